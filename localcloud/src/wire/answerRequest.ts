import type { Environment } from '../environment'
import { type FunctionHost, refuseLarge } from '../functions/functionHost'
import { runAction, runsOutside } from './actions'
import { ServiceError } from '../serviceError'
import type { Caller } from './callers'
import { runOpenApi } from './openApi'
import { patiently } from './patiently'
import { storageActions } from './storageActions'
import { type Answer, none, type WireRequest } from './wireRequest'

interface Answering {
  host: FunctionHost
  environment: Environment
  caller: Caller
  /** The address under which this caller may put files. */
  uploads: string
  log: (line: string) => void
}

/** Answers a JSON request of the SDK, whatever its action. @throws the service's errors */
export const answerRequest = async (asked: WireRequest, answering: Answering): Promise<Answer> => {
  const { environment, uploads } = answering
  if (asked.action === 'functions.invokeFunction') return invoke(asked, answering)
  if (asked.action === 'wx.api') return callOpenApi(asked, answering)
  const storage = Object.hasOwn(storageActions, asked.action) && storageActions[asked.action]
  if (storage) return { data: storage(environment.files, asked, uploads), usage: none }
  return runDatabase(asked, answering)
}

const invoke = async (
  { request_data: text = '{}', function_name: fn }: WireRequest,
  { host, environment, caller }: Answering,
): Promise<Answer> => {
  // https://docs.cloudbase.net/en/error-code/service/EXCEED_MAX_PAYLOAD_SIZE
  refuseLarge(`the data of the call of ${String(fn)}`, String(text), 'EXCEED_MAX_PAYLOAD_SIZE')
  environment.rate.count(environment.clock.now())
  const { result } = await host.call(String(fn), JSON.parse(String(text)), {
    env: caller.env,
    ...(caller.openid !== undefined && { openid: caller.openid }),
    source: `${caller.source},scf`,
    offset: environment.clock.offset,
  })
  return { data: { response_data: result }, usage: none }
}

const callOpenApi = async (
  { apiName, requestData }: WireRequest,
  { host, environment, caller }: Answering,
): Promise<Answer> => {
  const parameters = JSON.parse(String(requestData ?? '{}')) as Record<string, unknown>
  const reply = await runOpenApi(String(apiName), parameters, { host, environment, caller })
  const data = 'json' in reply ? reply.json : { contentType: reply.type, buffer: reply.bytes }
  return { data: { responseData: JSON.stringify(data) }, usage: none }
}

const runDatabase = async (
  asked: WireRequest,
  { environment: { engine, clock }, caller, log }: Answering,
): Promise<Answer> => {
  if (caller.transactions?.size && runsOutside(asked))
    log(
      `[transaction] ${caller.fn}: ${asked.action} on ${asked.collectionName} runs OUTSIDE the open transaction, as it does in the service: use doc(id) there`,
    )
  const answer = await patiently(() => runAction(engine, asked, clock.now())).catch((error: unknown) => {
    if (error instanceof ServiceError && error.code === 'DATABASE_COLLECTION_NOT_EXIST')
      log(
        `[collection] ${asked.collectionName} is not there: name it under "collections" in localcloud.config.json, as you make it in the console of the service`,
      )
    throw error
  })
  if (asked.action === 'database.startTransaction') caller.transactions?.add(String(answer.transactionId))
  if (asked.action === 'database.commitTransaction' || asked.action === 'database.abortTransaction')
    caller.transactions?.delete(String(asked.transactionId))
  return answer
}
