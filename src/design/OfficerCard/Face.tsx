import { Image, View } from '@tarojs/components'
import { useState } from 'react'

/** The portrait; the first character of the name where there is none, or while it cannot be had. */
export const Face = ({ name, photo }: { name: string; photo?: string }) => {
  const [failed, setFailed] = useState<string>()
  return photo && photo !== failed ? (
    <Image
      className="officer__face"
      mode="aspectFill"
      src={photo}
      aria-label={`${name}的照片`}
      onError={() => setFailed(photo)}
    />
  ) : (
    <View className="officer__face" aria-hidden>
      {name.slice(0, 1)}
    </View>
  )
}
