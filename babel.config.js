// Read by Taro only; jest and the function bundles use swc and esbuild.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
