import type { Case } from '../case'

const missing = /\[ResourceNotFound\] Db or Table not exist: conformance_none/
const fails = { errCode: -502005, says: missing }
const none = (name: string, when: Case['when']): Case => ({
  name: `no such collection: ${name}`,
  when,
  fails,
})

/** Nothing is created by being used. */
export const missingCollections: Case[] = [
  none('get', ({ db, nameOf }) => db.collection(nameOf('none')).get()),
  none('doc.get', ({ db, nameOf }) => db.collection(nameOf('none')).doc('a').get()),
  none('count', ({ db, nameOf }) => db.collection(nameOf('none')).count()),
  none('add', ({ db, nameOf }) => db.collection(nameOf('none')).add({ data: { a: 1 } })),
  none('doc.update', ({ db, nameOf }) =>
    db
      .collection(nameOf('none'))
      .doc('a')
      .update({ data: { a: 1 } }),
  ),
  none('doc.set', ({ db, nameOf }) =>
    db
      .collection(nameOf('none'))
      .doc('a')
      .set({ data: { a: 1 } }),
  ),
  none('doc.remove', ({ db, nameOf }) => db.collection(nameOf('none')).doc('a').remove()),
  none('update', ({ db, nameOf }) =>
    db
      .collection(nameOf('none'))
      .where({ a: 1 })
      .update({ data: { a: 2 } }),
  ),
  none('remove', ({ db, nameOf }) => db.collection(nameOf('none')).where({ a: 1 }).remove()),
  {
    name: 'no such collection: aggregate',
    when: ({ db, nameOf }) => db.collection(nameOf('none')).aggregate().match({ a: 1 }).end(),
    fails: { errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST', says: missing },
  },
]
