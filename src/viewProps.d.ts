export {}

declare module '@tarojs/components/types/View' {
  // H5 hands it to the element, so that a keyboard reaches what a finger does; the mini program ignores it.
  interface ViewProps {
    tabIndex?: number
  }
}
