import type { Case } from '../case'
import { runOnSales } from './stages'

export const lookups: Case[] = [
  runOnSales(
    'lookup',
    (p, { nameOf }) =>
      p
        .match({ _id: 4 })
        .lookup({ from: nameOf('other'), localField: 'item', foreignField: 'item', as: 'users' })
        .project({ 'users.name': 1 }),
    [{ _id: 4, users: [{ name: 'C' }] }],
  ),
  runOnSales(
    'lookup of none',
    (p, { nameOf }) =>
      p
        .match({ _id: 2 })
        .lookup({ from: nameOf('other'), localField: 'item', foreignField: 'item', as: 'users' })
        .project({ users: 1 }),
    [{ _id: 2, users: [] }],
  ),
  runOnSales(
    'lookup: a missing field finds missing ones',
    (p, { nameOf }) =>
      p
        .match({ _id: 1 })
        .lookup({ from: nameOf('other'), localField: 'none', foreignField: 'item', as: 'users' })
        .project({ 'users._id': 1 }),
    [{ _id: 1, users: [{ _id: 'u4' }] }],
  ),
  runOnSales(
    'lookup: each element of a list',
    (p, { nameOf }) =>
      p
        .match({ _id: 1 })
        .addFields({ who: ['u3', 'u1'] })
        .lookup({ from: nameOf('other'), localField: 'who', foreignField: '_id', as: 'users' })
        .unwind('$users')
        .project({ name: '$users.name' })
        .sort({ name: 1 }),
    [
      { _id: 1, name: 'A' },
      { _id: 1, name: 'C' },
    ],
  ),
  runOnSales(
    'lookup with a pipeline',
    (p, { nameOf, $ }) =>
      p
        .match({ _id: 3 })
        .lookup({
          from: nameOf('other'),
          let: { item: '$item', n: '$n' },
          pipeline: $.pipeline()
            .match({ $expr: { $and: [{ $eq: ['$item', '$$item'] }, { $gte: ['$n', '$$n'] }] } })
            .project({ _id: 0, name: 1 })
            .done(),
          as: 'users',
        })
        .project({ users: 1 }),
    [{ _id: 3, users: [{ name: 'B' }] }],
  ),
  runOnSales(
    'lookup with a pipeline that asks nothing of the document',
    (p, { nameOf, $ }) =>
      p
        .match({ _id: 3 })
        .lookup({
          from: nameOf('other'),
          pipeline: $.pipeline()
            .match({ n: 9 })
            .sort({ name: -1 })
            .limit(1)
            .project({ name: 1, _id: 0 })
            .done(),
          as: 'users',
        })
        .project({ users: 1 }),
    [{ _id: 3, users: [{ name: 'C' }] }],
  ),
  runOnSales(
    'lookup in a collection that is not there',
    p =>
      p
        .match({ _id: 1 })
        .lookup({ from: 'conformance_none', localField: 'item', foreignField: 'item', as: 'users' })
        .project({ users: 1 }),
    [{ _id: 1, users: [] }],
  ),
]
