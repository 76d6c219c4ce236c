import sdk from 'wx-server-sdk'

/**
 * What we use of wx-server-sdk, in its promise form. Its own types also describe the callback form, which makes every
 * result `void | …`, and know neither array inserts nor `throwOnNotFound`.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/
 */
interface Cloud {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  getWXContext(): WXContext
  database(options: { throwOnNotFound: boolean }): {
    collection(name: string): CloudCollection
    command: CloudCommand
  }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<unknown>
  openapi: {
    phonenumber: {
      getPhoneNumber(button: {
        code: string
      }): Promise<{ phoneInfo: { purePhoneNumber: string; countryCode: string } }>
    }
    wxacode: {
      getUnlimited(code: {
        scene: string
        page: string
        checkPath: boolean
        width: number
      }): Promise<{ contentType: string; buffer: Buffer }>
    }
  }
  getTempFileURL(files: {
    /** `maxAge` in seconds; a day when left out. */
    fileList: (string | { fileID: string; maxAge: number })[]
  }): Promise<{ fileList: { fileID: string; tempFileURL: string }[] }>
}

/** What the platform says about the caller. Identity comes from here and from nowhere else. */
export interface WXContext {
  OPENID?: string
  ENV?: string
  SOURCE?: string
}

interface CloudQuery {
  orderBy(field: string, order: 'asc' | 'desc'): CloudQuery
  field(fields: Record<string, boolean>): CloudQuery
  limit(n: number): CloudQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface CloudCollection {
  add(document: { data: object | object[] }): Promise<unknown>
  doc(id: string): {
    get(): Promise<{ data: unknown }>
    update(change: { data: Record<string, unknown> }): Promise<{ stats: { updated: number } }>
  }
  where(condition: Record<string, unknown>): CloudQuery
}

interface CloudCommand {
  gt(value: unknown): { and(other: unknown): unknown }
  gte(value: unknown): unknown
  lt(value: unknown): unknown
  lte(value: unknown): unknown
  in(values: readonly unknown[]): unknown
  exists(is: boolean): unknown
  inc(by: number): unknown
  push(items: unknown[]): unknown
  exists(there: boolean): unknown
  set(value: unknown): unknown
  remove(): unknown
}

/** The cloud SDK, initialised for the environment the function runs in. */
export const cloud = sdk as unknown as Cloud
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
