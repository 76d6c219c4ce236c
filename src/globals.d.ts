/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.scss'
declare module '*.svg' {
  const address: string
  export default address
}
declare module '*.png' {
  const address: string
  export default address
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced at build time. */
    TARO_ENV: 'weapp' | 'h5'
  }
}
