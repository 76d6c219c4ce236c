import { Image, View } from '@tarojs/components'
import { photosMost } from '../../../contract/photo'
import { choosePhotos, type LocalPhoto } from '../../platform/photo'
import { Button } from '../Button/Button'
import './PhotoStrip.scss'

interface Props {
  photos: readonly LocalPhoto[]
  onChange: (photos: LocalPhoto[]) => void
}

/** Takes or chooses pictures, and lets each be taken away again. */
export const PhotoPicker = ({ photos, onChange }: Props) => {
  const add = async () => onChange([...photos, ...(await choosePhotos(photosMost - photos.length))])
  return (
    <View className="photos__picker">
      {photos.length > 0 && (
        <View className="photos">
          {photos.map(({ path }, n) => (
            <View
              key={path}
              className="photos__photo"
              role="button"
              tabIndex={0}
              aria-label={`去掉第${n + 1}张照片`}
              onClick={() => onChange(photos.filter(photo => photo.path !== path))}
            >
              <Image className="photos__image" mode="aspectFill" src={path} />
              <View className="photos__remove" aria-hidden>
                去掉
              </View>
            </View>
          ))}
        </View>
      )}
      {photos.length < photosMost && (
        <Button onPress={() => void add()}>{photos.length ? '再加一张照片' : '拍照片或选照片'}</Button>
      )}
    </View>
  )
}
