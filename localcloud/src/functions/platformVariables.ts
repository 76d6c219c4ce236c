import type { HostCall } from './invocation'

/**
 * What WeChat sets in every process of a function. Without RUNENV=SCF each request of the SDK loses 60 ms looking for a
 * metadata host; without a secret id it ends the process.
 */
export const platformVariables = (env: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: env,
  TCB_ENV: env,
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_TRACELOG,TCB_SOURCE,TCB_SESSIONTOKEN,TCB_ROUTE_KEY',
  TZ: 'UTC',
  SILENCE: 'true',
})

/** What it sets before one call: `getWXContext()` reads it, and the SDK sends the token back with every request. */
export const callVariables = ({
  token,
  env,
  openid,
  appid,
  source,
}: Pick<HostCall, 'token' | 'env' | 'openid' | 'appid' | 'source'>): Record<string, string> => ({
  ...(openid === undefined
    ? {
        WX_CONTEXT_KEYS: 'WX_APPID,WX_API_TOKEN,WX_TRIGGER_API_TOKEN_V0',
        TRIGGER_SRC: 'timer',
        WX_TRIGGER_API_TOKEN_V0: token,
      }
    : {
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_API_TOKEN',
        WX_OPENID: openid,
        WX_UNIONID: `u-${openid}`,
        WX_CLIENTIP: '127.0.0.1',
      }),
  WX_APPID: appid,
  WX_API_TOKEN: token,
  SCF_NAMESPACE: env,
  TCB_ENV: env,
  TCB_SOURCE: source,
  TCB_SEQID: token,
})
