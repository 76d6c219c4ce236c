const path = require('node:path')
const { attributes, components } = require('./attributes')

/**
 * Taro plugin: keeps accessibility attributes in weapp templates, where Taro drops them
 * (what @tarojs/plugin-inject would do; it has no 4.2.1 release).
 * @param {import('@tarojs/service').IPluginContext} ctx
 */
module.exports = ctx =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat()
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(components.map(name => [name, { ...attributes }])),
      )
    },
  })
