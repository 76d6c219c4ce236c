/** Names of common components whose weapp templates get the attributes below. */
exports.components = [
  ...['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView', 'Form', 'Label', 'Switch'],
  ...['Map', 'Swiper', 'SwiperItem', 'Picker', 'Navigator', 'CoverView'],
]

/** Accessibility attributes WeChat reads; the empty default means: only what the page sets. */
exports.attributes = Object.fromEntries(
  [
    ...['aria-role', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-hidden', 'aria-live'],
    ...['aria-checked', 'aria-selected', 'aria-expanded', 'aria-disabled', 'aria-level'],
  ].map(name => [name, '']),
)
