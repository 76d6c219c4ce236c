import { type Case, type Doc, finds } from '../case'

const nested: Doc[] = [
  {
    _id: 'a',
    l: [
      { x: 1, y: 5 },
      { x: 2, y: 1 },
    ],
  },
  { _id: 'b', l: [{ x: 1, y: 1 }] },
  { _id: 'c', l: { x: 1, y: 5 } },
  { _id: 'd', l: [[{ x: 1 }]] },
  { _id: 'e', l: [] },
  { _id: 'f', l: [{ y: 1 }, { x: null }] },
  { _id: 'g', l: [{ x: [7, 8] }] },
  { _id: 'h', l: [1, 2] },
]
const look = finds('query in lists', nested)

export const queriesInLists: Case[] = [
  look('a path goes through the documents of a list', () => ({ 'l.x': 1 }), ['a', 'b', 'c']),
  look('conditions on two paths may be met by two elements', () => ({ 'l.x': 2, 'l.y': 5 }), ['a']),
  look('_.elemMatch wants one element for both', ({ _ }) => ({ l: _.elemMatch({ x: 2, y: 5 }) }), []),
  look('_.elemMatch finds it', ({ _ }) => ({ l: _.elemMatch({ x: 1, y: _.gt(2) }) }), ['a']),
  look('_.elemMatch does not look into objects', ({ _ }) => ({ l: _.elemMatch({ x: 1 }) }), ['a', 'b']),
  look('_.elemMatch by another condition', ({ _ }) => ({ l: _.elemMatch({ x: _.exists(false) }) }), [
    'd',
    'f',
  ]),
  look('null below a list asks each element', () => ({ 'l.x': null }), ['f']),
  look('_.exists(false) below a list', ({ _ }) => ({ 'l.x': _.exists(false) }), ['d', 'e', 'h']),
  look('a list below a list', () => ({ 'l.x': 8 }), ['g']),
  look('an element and then a member', () => ({ 'l.1.x': 2 }), ['a']),
  look('an element of a list in a list', () => ({ 'l.0.x': 1 }), ['a', 'b', 'd']),
  look('_.neq below a list: no element may have it', ({ _ }) => ({ 'l.x': _.neq(1) }), [
    'd',
    'e',
    'f',
    'g',
    'h',
  ]),
  look('_.gt below a list', ({ _ }) => ({ 'l.x': _.gt(6) }), ['g']),
  look('_.all of documents', ({ _ }) => ({ l: _.all([{ x: 1, y: 1 }]) }), ['b']),
  look('_.all with _.elemMatch', ({ _ }) => ({ l: _.all([_.elemMatch({ x: 1 }), _.elemMatch({ y: 1 })]) }), [
    'a',
    'b',
  ]),
  look('a whole document as an element', ({ _ }) => ({ l: _.eq({ x: 1, y: 1 }) }), ['b']),
  look('_.size of a list below a list', ({ _ }) => ({ 'l.x': _.size(2) }), ['g']),
  look('_.in below a list', ({ _ }) => ({ 'l.y': _.in([5, 9]) }), ['a', 'c']),
]
