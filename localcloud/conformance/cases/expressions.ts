import { type Case, type Doc, evaluates } from '../case'

const document: Doc = {
  n: 7,
  f: -2.5,
  s: 'Lamp',
  z: '路灯lamp',
  nil: null,
  l: [3, 1, 2],
  m: [1, 1, 'a'],
  o: { p: 1, q: 'x' },
  d: [{ k: 1 }, { k: 2 }],
  yes: true,
}
const is = evaluates('expression', document)
/** An operator by name: what it is given, and what it gives. */
const gives = (operator: string, operand: unknown, value: unknown, note = ''): Case =>
  is(`${operator}${note && ` ${note}`}`, ({ $ }) => $[operator](operand), value)

const arithmetic: Case[] = [
  gives('abs', '$f', 2.5),
  gives('abs', '$nil', null, 'of null'),
  gives('add', ['$n', 1, '$f'], 5.5),
  gives('add', ['$n', '$none'], null, 'with what is missing'),
  gives('ceil', '$f', -2),
  gives('floor', '$f', -3),
  gives('trunc', '$f', -2),
  gives('divide', ['$n', 2], 3.5),
  gives('exp', 0, 1),
  gives('ln', 1, 0),
  gives('log', [8, 2], 3),
  gives('log10', 100, 2),
  gives('mod', ['$n', 4], 3),
  gives('multiply', ['$n', '$f'], -17.5),
  gives('pow', ['$n', 2], 49),
  gives('sqrt', 16, 4),
  gives('subtract', ['$n', 2], 5),
  gives('sum', '$l', 6, 'of a list'),
  gives('avg', '$l', 2, 'of a list'),
  gives('max', '$l', 3, 'of a list'),
  gives('min', '$l', 1, 'of a list'),
]

const logic: Case[] = [
  gives('and', ['$yes', true], true),
  gives('and', [true, 0], false, 'with 0'),
  gives('or', ['$nil', 0, 'x'], true),
  gives('or', ['$nil', 0], false, 'of nothing true'),
  gives('not', ['$nil'], true),
  gives('cmp', ['$n', 3], 1),
  gives('cmp', ['$n', 'a'], -1, 'of two types'),
  gives('eq', ['$n', 7], true),
  gives('eq', ['$none', null], false, 'of what is missing and null'),
  gives('neq', ['$n', 8], true),
  gives('gt', ['$s', 5], true, 'goes by the order of types'),
  gives('gte', ['$n', 7], true),
  gives('lt', ['$nil', 5], true, 'null is below numbers'),
  gives('lte', ['$l', [3, 1, 2]], true),
  gives('cond', { if: { $gt: ['$n', 5] }, then: 'much', else: 'little' }, 'much'),
  gives('cond', ['$nil', 1, 2], 2, 'as a list'),
  gives('ifNull', ['$none', 'else'], 'else'),
  gives('ifNull', ['$nil', 'else'], 'else', 'of null'),
  gives('ifNull', ['$n', 'else'], 7, 'of a value'),
  gives(
    'switch',
    {
      branches: [
        { case: { $lt: ['$n', 5] }, then: 'a' },
        { case: '$yes', then: 'b' },
      ],
      default: 'c',
    },
    'b',
  ),
  gives('switch', { branches: [{ case: false, then: 'a' }], default: 'c' }, 'c', 'by default'),
  gives('literal', '$n', '$n'),
]

const text: Case[] = [
  gives('concat', ['$s', '-', '$o.q'], 'Lamp-x'),
  gives('concat', ['$s', '$nil'], null, 'with null'),
  gives('toUpper', '$s', 'LAMP'),
  gives('toLower', '$s', 'lamp'),
  gives('toUpper', '$nil', '', 'of null'),
  gives('split', ['a,b,c', ','], ['a', 'b', 'c']),
  gives('strLenCP', '$z', 6),
  gives('strLenBytes', '$z', 10),
  gives('strcasecmp', ['$s', 'LAMP'], 0),
  gives('substr', ['$s', 1, 2], 'am'),
  gives('substr', ['$s', 1, -1], 'amp', 'to the end'),
  gives('substrBytes', ['$z', 0, 3], '路'),
  gives('substrCP', ['$z', 1, 2], '灯l'),
  gives('indexOfBytes', ['$z', 'lamp'], 6),
  gives('indexOfCP', ['$z', 'lamp'], 2),
  gives('indexOfCP', ['$z', 'x'], -1, 'of what is not there'),
  gives('indexOfCP', ['$nil', 'x'], null, 'in null'),
]

const lists: Case[] = [
  gives('arrayElemAt', ['$l', 0], 3),
  gives('arrayElemAt', ['$l', -1], 2, 'from the end'),
  gives('arrayElemAt', ['$l', 9], undefined, 'beyond the end'),
  gives('concatArrays', ['$l', [9]], [3, 1, 2, 9]),
  gives('concatArrays', ['$l', '$nil'], null, 'with null'),
  gives('filter', { input: '$l', as: 'x', cond: { $gte: ['$$x', 2] } }, [3, 2]),
  gives('map', { input: '$l', as: 'x', in: { $multiply: ['$$x', 2] } }, [6, 2, 4]),
  gives('reduce', { input: '$l', initialValue: 10, in: { $add: ['$$value', '$$this'] } }, 16),
  gives('in', [2, '$l'], true),
  gives('indexOfArray', ['$l', 2], 2),
  gives('indexOfArray', ['$l', 9], -1, 'of what is not there'),
  gives('isArray', ['$l'], true),
  gives('isArray', ['$n'], false, 'of a number'),
  gives('range', [0, 7, 3], [0, 3, 6]),
  gives('reverseArray', '$l', [2, 1, 3]),
  gives('size', '$l', 3),
  gives('slice', ['$l', 2], [3, 1]),
  gives('slice', ['$l', -2], [1, 2], 'from the end'),
  gives('slice', ['$l', 1, 5], [1, 2], 'from the middle'),
  gives('zip', { inputs: ['$l', ['a', 'b']] }, [
    [3, 'a'],
    [1, 'b'],
  ]),
  gives(
    'arrayToObject',
    [
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    { a: 1, b: 2 },
  ),
  gives('objectToArray', '$o', [
    { k: 'p', v: 1 },
    { k: 'q', v: 'x' },
  ]),
  gives('mergeObjects', ['$o', { q: 2, r: 3 }], { p: 1, q: 2, r: 3 }),
  gives('let', { vars: { a: '$n', b: 2 }, in: { $multiply: ['$$a', '$$b'] } }, 14),
  is('a path through a list', () => '$d.k', [1, 2]),
  is('a path that leads nowhere', () => '$o.none.x', undefined),
  is('$$ROOT', () => '$$ROOT.o.p', 1),
]

const sets: Case[] = [
  gives('setUnion', ['$l', [4]], (value: unknown) => String([...(value as number[])].sort()) === '1,2,3,4'),
  gives('setIntersection', ['$l', [2, 9]], [2]),
  gives('setDifference', ['$l', [2]], (value: unknown) => String([...(value as number[])].sort()) === '1,3'),
  gives('setEquals', ['$l', [1, 2, 3, 3]], true),
  gives('setIsSubset', [[1], '$l'], true),
  gives('allElementsTrue', [[1, true]], true),
  gives('anyElementTrue', [[0, false]], false),
]

export const expressions: Case[] = [...arithmetic, ...logic, ...text, ...lists, ...sets]
