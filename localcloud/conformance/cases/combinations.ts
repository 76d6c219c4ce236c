import type { Case } from '../case'
import { findMixed, mixed } from './queries'

export const combinations: Case[] = [
  findMixed('_.gt and _.lt in a row', ({ _ }) => ({ a: _.gt(0).lt(2) }), ['list', 'one']),
  findMixed('two elements may meet one bound each', ({ _ }) => ({ a: _.gt(1).lt(5) }), ['list', 'three']),
  findMixed('_.and of one field', ({ _ }) => ({ a: _.and(_.gt(2), _.lt(4)) }), ['list', 'three']),
  findMixed('_.or of one field', ({ _ }) => ({ a: _.or(_.lt(2), _.eq('x')) }), ['list', 'one', 'text']),
  findMixed('_.or of conditions', ({ _ }) => _.or([{ a: 3 }, { 'a.b': _.gte(1) }]), ['object', 'three']),
  findMixed('_.and of conditions', ({ _ }) => _.and([{ a: 1 }, { a: 5 }]), ['list']),
  findMixed('_.nor', ({ _ }) => _.nor([{ a: _.exists(true) }, { _id: 'x' }]), ['absent']),
  findMixed('_.nor of one field', ({ _ }) => ({ a: _.nor(_.exists(false), _.neq(3)) }), ['three']),
  findMixed('_.not', ({ _ }) => ({ a: _.not(_.gt(1)), _id: _.in(['absent', 'list', 'one', 'three']) }), [
    'absent',
    'one',
  ]),
  findMixed('_.not of a pattern', ({ _ }) => ({ a: _.not(/x/), _id: _.gte('text') }), ['three', 'true']),
  findMixed('_.or inside _.and', ({ _ }) => _.and([_.or([{ a: 1 }, { a: 3 }]), { _id: _.gt('m') }]), [
    'one',
    'three',
  ]),
  findMixed(
    'two fields with _.or become one (a quirk of the SDK)',
    ({ _ }) => ({
      a: _.or(_.eq(3), _.eq('y')),
      _id: _.or(_.eq('true'), _.eq('text')),
    }),
    ['text', 'three', 'true'],
  ),
  findMixed(
    'an empty object finds everything (a quirk of the SDK)',
    () => ({ a: {} }),
    mixed.map(({ _id }) => _id),
  ),
  findMixed('several fields must all match', () => ({ _id: 'one', a: 1 }), ['one']),
  findMixed('undefined beside another field is dropped', () => ({ a: 3, b: undefined }), ['three']),
]
