import { createElement, forwardRef, type ChangeEvent, type ReactNode } from 'react'

// Stand-ins for @tarojs/components in screen tests: mini program props become DOM ones, so that tests find
// elements by role and name. Behaviour on the phone is tested with the built weapp (tests/weapp).

type Props = Record<string, unknown> & { children?: ReactNode }
type Handler = (event: unknown) => void

/** Props the DOM does not know and that change nothing in these tests. */
const phoneOnly = new Set([
  ...['hoverClass', 'hoverStayTime', 'hoverStartTime', 'hoverStopPropagation', 'catchMove'],
  ...[
    'scrollX',
    'scrollY',
    'scrollIntoView',
    'enhanced',
    'enableFlex',
    'scrollWithAnimation',
    'lowerThreshold',
  ],
  ...[
    'openType',
    'formType',
    'lazyLoad',
    'showMenuByLongpress',
    'userSelect',
    'space',
    'decode',
    'numberOfLines',
  ],
  ...[
    'autoHeight',
    'cursorSpacing',
    'adjustPosition',
    'showConfirmBar',
    'holdKeyboard',
    'confirmType',
    'maxlength',
  ],
  ...['nativeProps', 'placeholderClass', 'placeholderStyle', 'disableDefaultPadding', 'ariaLevel'],
])

/** Attributes that WeChat names differently from the web. */
const renamed: Record<string, string> = { ariaRole: 'role', 'aria-role': 'role', ariaLabel: 'aria-label' }

const toDom = (props: Props): Props =>
  Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => !phoneOnly.has(name))
      .map(([name, value]) => [renamed[name] ?? name, value]),
  )

const standIn = (tag: string, map: (props: Props) => Props = props => props) => {
  const Component = forwardRef<unknown, Props>((props, ref) =>
    createElement(tag, { ...map(toDom(props)), ref }),
  )
  Component.displayName = tag
  return Component
}

/** Hands a mini program handler the event shape it expects: `event.detail.value`. */
const withDetail =
  (
    handler: unknown,
    value: (event: ChangeEvent<HTMLInputElement>) => unknown = event => event.target.value,
  ) =>
  (event: ChangeEvent<HTMLInputElement>) =>
    (handler as Handler | undefined)?.({
      type: event.type,
      detail: { value: value(event) },
      currentTarget: event.currentTarget,
    })

const textField = ({ onInput, onConfirm, focus, password, type, ...props }: Props): Props => ({
  ...props,
  autoFocus: focus,
  ...(type === undefined ? {} : { inputMode: type === 'number' ? 'numeric' : 'text' }),
  ...(password ? { type: 'password' } : {}),
  onChange: withDetail(onInput),
  ...(onConfirm
    ? { onKeyDown: (event: { key: string }) => event.key === 'Enter' && (onConfirm as Handler)(event) }
    : {}),
})

export const View = standIn('div')
export const CoverView = standIn('div')
export const Text = standIn('span')
export const Form = standIn('form')
export const Label = standIn('label')
export const ScrollView = standIn('div', ({ onScrollToLower: _, refresherEnabled: __, ...props }) => props)
export const Swiper = standIn('div', ({ onChange: _, ...props }) => props)
export const SwiperItem = standIn('div')
export const Image = standIn('img', ({ mode: _, ...props }) => ({ alt: '', ...props }))
export const Button = standIn('button', ({ loading, ...props }) => ({
  type: 'button',
  'aria-busy': loading,
  ...props,
}))
export const Input = standIn('input', textField)
export const Textarea = standIn('textarea', textField)
export const Switch = standIn('input', ({ onChange, color: _, ...props }) => ({
  ...props,
  type: 'checkbox',
  role: 'switch',
  onChange: withDetail(onChange, event => event.target.checked),
}))
export const RootPortal = ({ children }: Props) => children
export const Picker = standIn(
  'div',
  ({ onChange: _, range: __, rangeKey: ___, mode: ____, ...props }) => props,
)
export const Map = standIn(
  'div',
  ({
    polygons,
    markers,
    longitude: _,
    latitude: __,
    scale: ___,
    onTap: ____,
    includePoints: _p,
    polyline: _l,
    circles: _c,
    ...props
  }) => ({
    ...props,
    'data-polygons': (polygons as unknown[] | undefined)?.length,
    'data-markers': (markers as unknown[] | undefined)?.length,
  }),
)
