import { hooks, mergeInternalComponents } from '@tarojs/shared'
import { attributes, components } from './attributes'

// The half of the plugin that runs on the phone: templates and runtime must agree on the attributes, because
// Taro shortens them to p1, p2, … by their order.
mergeInternalComponents(Object.fromEntries(components.map(name => [name, { ...attributes }])))

/** WeChat reads "false" and would read `false` as an attribute that is not set. */
const spoken = value => (typeof value === 'boolean' ? String(value) : value)

// Screens write `role` and booleans, as on the web; weapp wants `aria-role` and text.
hooks.tap('modifyHydrateData', data => {
  if (data.role) {
    data.ariaRole = data.role
    delete data.role
  }
  for (const name in data) if (name.startsWith('aria')) data[name] = spoken(data[name])
})
hooks.tap('modifySetAttrPayload', (_, name, payload) => {
  if (name.startsWith('aria')) payload.value = spoken(payload.value)
})
