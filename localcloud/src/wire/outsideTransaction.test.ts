import { startTestCloud, type TestCloud } from '../testing/testCloud'

// What the SDK sends without the transaction it was called on runs outside of it, in the service in silence: here the log
// says so.

const act = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const work = {
  count: c => c.where({ n: 1 }).count(),
  update: c => c.where({ n: 1 }).update({ data: { seen: true } }),
  remove: c => c.where({ n: 9 }).remove(),
  aggregate: c => c.aggregate().match({ n: 1 }).end(),
  get: c => c.where({ n: 1 }).get(),
  doc: c => c.doc('a').get(),
};
exports.main = async ({ kind }) => {
  const transaction = await cloud.database().startTransaction();
  await work[kind](transaction.collection('c'));
  await transaction.rollback();
};`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ act }, { collections: [{ name: 'c', indexes: [] }] })
  await cloud.post('/_cloud/test/import', { env: 'e', collection: 'c', documents: [{ _id: 'a', n: 1 }] })
})
afterAll(() => cloud.stop())

const warnings = async (kind: string): Promise<string[]> => {
  cloud.lines.length = 0
  expect(await cloud.call('act', { kind })).not.toHaveProperty('errCode')
  return cloud.lines.filter(line => line.startsWith('[transaction]'))
}

it.each(['count', 'update', 'remove', 'aggregate'])('warns loudly of %s', async kind =>
  expect(await warnings(kind)).toEqual([
    expect.stringMatching(/^\[transaction\] act: database\.\w+ on c runs OUTSIDE the open transaction/),
  ]),
)

it.each(['get', 'doc'])('says nothing of %s, which runs inside', async kind =>
  expect(await warnings(kind)).toEqual([]),
)
