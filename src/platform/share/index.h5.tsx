import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Share } from './Share'

/** Hands a page of the app on: by the browser's own way of sharing, else its address is copied. */
export const ShareButton = ({ title, path, words, className }: Share) => {
  const [done, setDone] = useState('')
  const share = async () => {
    const url = `${window.location.origin}${window.location.pathname}#${path}`
    if (navigator.share) return navigator.share({ title, url })
    await navigator.clipboard.writeText(url)
    setDone('链接已复制，可以发给街坊')
  }
  return (
    <View
      className={className}
      role="button"
      tabIndex={0}
      // Thinking better of it is reported as a failure, and is none.
      onClick={() => void share().catch(() => setDone(''))}
    >
      {done || words}
    </View>
  )
}
