import { type Case, refusesToFind } from '../case'

const refuses = refusesToFind('query')

export const refusedQueries: Case[] = [
  refuses('an unknown operator', () => ({ a: { $near2: 1 } }), /unknown operator: \$near2|\$near2/),
  refuses(
    '_.in of anything but a list',
    ({ _ }) => ({ a: _.elemMatch({ b: { $in: 1 } }) }),
    /\$in needs an array/,
  ),
  refuses('_.mod with a divisor of 0', ({ _ }) => ({ a: _.mod(0, 1) }), /divisor cannot be 0/),
  refuses('a negative size', ({ _ }) => ({ a: _.size(-1) }), /\$size/),
  refuses('a size that is no whole number', ({ _ }) => ({ a: _.size(1.5) }), /\$size/),
  refuses('an empty _.or', ({ _ }) => _.or([]), /nonempty array/),
  refuses('an empty _.and', ({ _ }) => _.and([]), /nonempty array/),
  refuses('an empty _.nor', ({ _ }) => _.nor([]), /nonempty array/),
  refuses('a pattern in a comparison', ({ _ }) => ({ a: _.gt(/x/) }), /[Rr]eg[Ee]x/),
  refuses('_.neq of a pattern', ({ _ }) => ({ a: _.neq(/x/) }), /regex/i),
  refuses(
    '_.all of anything but a list',
    ({ _ }) => ({ a: _.elemMatch({ b: { $all: 1 } }) }),
    /\$all needs an array/,
  ),
  refuses(
    'an unknown keyword in a schema',
    ({ _ }) => _.jsonSchema({ wrong: 1 }),
    /Unknown \$jsonSchema keyword: wrong/,
  ),
  refuses(
    'an unknown type in a schema',
    ({ _ }) => _.jsonSchema({ properties: { a: { bsonType: 'car' } } }),
    /Unknown type name alias: "?car/,
  ),
]
