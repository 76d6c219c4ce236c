declare module 'miniprogram-compiler' {
  interface Options {
    maxBuffer?: number
  }
  export const wxmlToJs: (folder: string, options?: Options) => string
  export const wxssToJs: (folder: string, options?: Options) => string
}
