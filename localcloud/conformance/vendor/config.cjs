// What the vendor's test files know of their environment. Where it is, TCB_CONTEXT_CNFG says.
module.exports = {
  env: process.env.TCB_ENV,
  secretId: process.env.TENCENTCLOUD_SECRETID,
  secretKey: process.env.TENCENTCLOUD_SECRETKEY,
}
