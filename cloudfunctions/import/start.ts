import type { importService } from '../../contract/import'
import { importFormats, importKindWords } from '../../contract/importTerms'
import { Refusal } from '../../contract/refusal'
import { documentId } from '../../domain/id/documentId'
import { lookAfter } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { listKey } from '../../domain/request/requestKeys'
import { imports } from '../kernel/collections/imports'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { insert } from '../kernel/save'
import { ownArea } from './ownArea'
import { present } from './runFor'

export const start: Handler<typeof importService, 'start'> = async (call, input) => {
  const { caller, db, now } = call
  const area = await ownArea(call, input.areaId)
  const { name } = await caller.permit('area.manage', area.path)
  const ending = input.file.split('.').at(-1)?.toLowerCase() ?? ''
  const endings: readonly string[] = importFormats[input.kind]
  if (!endings.includes(ending)) {
    throw new Refusal('invalid', `${importKindWords[input.kind]}要用 ${endings.join('、')} 文件。`, {
      field: 'file',
    })
  }
  // From the file and not from the token: the same upload is one import, however often it is sent.
  const _id = documentId('m', caller.personId, input.file)
  limitRate(call, 'import', _id)
  const run: Run = {
    _id,
    v: 1,
    version: 1,
    rev: 1,
    personId: caller.personId,
    kind: input.kind,
    fileName: input.fileName,
    coordinates: input.coordinates ?? 'gcj02',
    missing: input.missing ?? 'keep',
    areaId: area._id,
    inbox: input.file,
    state: 'checking',
    work: { step: 'read', done: 0, of: 1 },
    checkedAt: now,
    parts: [],
    events: [
      { at: now, by: name, personId: caller.personId, text: `上传 ${input.fileName}`, token: input.token },
    ],
    createdAt: now,
    listKey: listKey(now, _id),
    // Should nobody ever go on with it, its file must not stay.
    wakeAt: now + lookAfter,
  }
  const isNew = await insert(db, imports, run)
  return present(call, isNew ? run : ((await db.read(imports, _id)) ?? run))
}
