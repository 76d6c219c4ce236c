import { codeSpace } from './codeSpace'

/** A built-in element with something of the browser inside it. */
const builtIn = (
  tag: string,
  properties: Record<string, unknown>,
  make: (component: BuiltIn, element: HTMLElement) => void,
) => {
  const space = codeSpace.getComponentSpace()
  let definition = space
    .define(`builtin/${tag}`)
    .options({ writeIdToDOM: true } as never) as unknown as Definition
  for (const [name, type] of Object.entries(properties)) definition = definition.property(name, type)
  for (const name of Object.keys(properties)) {
    definition.observer(name, function (this: BuiltIn) {
      this.sync?.()
    })
  }
  definition.lifetime('attached', function (this: BuiltIn) {
    make(this, this.$$)
    this.sync?.()
  })
  space.setGlobalUsingComponent(`wx-${tag}`, definition.registerComponent() as never)
}
interface Definition {
  property: (name: string, type: unknown) => Definition
  observer: (name: string, work: (this: BuiltIn) => void) => Definition
  lifetime: (name: string, work: (this: BuiltIn) => void) => Definition
  registerComponent: () => unknown
}
interface BuiltIn {
  data: Record<string, string>
  $$: HTMLElement
  sync?: () => void
  triggerEvent: (name: string, detail: object, options?: object) => void
}

/** The built-in elements of WeChat that plain elements cannot stand for: fields and pictures. */
export const defineBuiltIns = (): void => {
  for (const tag of ['input', 'textarea'] as const) {
    builtIn(tag, { value: String, placeholder: String, ariaLabel: String }, (component, element) => {
      const field = document.createElement(tag)
      element.append(field)
      component.sync = () => {
        const { value = '', placeholder = '' } = component.data
        if (field.value !== value) field.value = value
        field.placeholder = placeholder
        field.setAttribute('aria-label', component.data.ariaLabel || '')
      }
      field.addEventListener('input', event => {
        event.stopPropagation()
        component.triggerEvent(
          'input',
          { value: field.value, cursor: field.selectionStart },
          { bubbles: false },
        )
      })
    })
  }
  builtIn('image', { src: String }, (component, element) => {
    const image = document.createElement('img')
    element.append(image)
    component.sync = () => {
      image.src = component.data.src ?? ''
    }
  })
}
