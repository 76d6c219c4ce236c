import { type Case, type Doc, finds, refusesToFind } from '../case'

const texts: Doc[] = [
  { _id: '1', s: 'Lamp 3' },
  { _id: '2', s: 'lamp 12\nlift' },
  { _id: '3', s: '路灯坏了' },
  { _id: '4', s: ['lift', 'LAMP'] },
  { _id: '5', s: 5 },
  { _id: '6', s: 'a.b' },
]
const find = finds('pattern', texts)
const refuses = refusesToFind('pattern')

export const patterns: Case[] = [
  find('a literal', () => ({ s: /lamp/ }), ['2']),
  find('without regard to case', () => ({ s: /lamp/i }), ['1', '2', '4']),
  find('at the beginning', () => ({ s: /^la/ }), ['2']),
  find('at the end', () => ({ s: /3$/ }), ['1']),
  find('at the end of a line', () => ({ s: /12$/m }), ['2']),
  find('a dot does not match the end of a line', () => ({ s: /12.lift/ }), []),
  find('a dot does with s', ({ db }) => ({ s: db.RegExp({ regexp: '12.lift', options: 's' }) }), ['2']),
  find('spaces are free with x', ({ db }) => ({ s: db.RegExp({ regexp: 'l a m p', options: 'xi' }) }), [
    '1',
    '2',
    '4',
  ]),
  find('db.RegExp', ({ db }) => ({ s: db.RegExp({ regexp: '^l.*\\d', options: 'i' }) }), ['1', '2']),
  find('Chinese', () => ({ s: /路灯.*了$/ }), ['3']),
  find('alternatives', () => ({ s: /^(Lamp|路)/ }), ['1', '3']),
  find('alternatives at the top: both count', () => ({ s: /^Lamp|坏/ }), ['1', '3']),
  find('a point that is meant', () => ({ s: /a\.b/ }), ['6']),
  find('a repeated letter at the beginning', () => ({ s: /^lx*a/ }), ['2']),
  find('numbers do not match', () => ({ s: /5/ }), []),
  find(
    'an inline flag, as PCRE has it',
    ({ db }) => ({ s: db.RegExp({ regexp: '(?i)^LAMP', options: '' }) }),
    ['1', '2', '4'],
  ),
  find('among _.or', ({ _ }) => _.or([{ s: /^路/ }, { s: /^a/ }]), ['3', '6']),
  find('with another condition', ({ _ }) => ({ s: _.and(_.neq('Lamp 3'), _.eq('lift')) }), ['4']),
  refuses(
    'a broken pattern',
    ({ db }) => ({ s: db.RegExp({ regexp: '(', options: '' }) }),
    /[Rr]egular expression/,
  ),
]
