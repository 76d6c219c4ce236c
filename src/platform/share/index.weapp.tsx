import { Button } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import type { Share } from './Share'

/** Hands a page of the app on, to a person or a WeChat group. The page's config has `enableShareAppMessage`. */
export const ShareButton = ({ title, path, words, className }: Share) => {
  useShareAppMessage(() => ({ title, path }))
  return (
    <Button className={`${className} button--native`} hoverClass="button--pressed" openType="share">
      {words}
    </Button>
  )
}
