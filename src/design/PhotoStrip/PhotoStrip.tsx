import { Image, View } from '@tarojs/components'
import type { Photo } from '../../../contract/photo'
import { showPhotos } from '../../platform/photo'
import './PhotoStrip.scss'

/** Pictures in a row; touching one shows it large. One without an address says why. */
export const PhotoStrip = ({ photos }: { photos: readonly Photo[] }) => {
  const urls = photos.flatMap(({ url }) => url ?? [])
  return photos.length ? (
    <View className="photos">
      {photos.map(({ id, url, rejected }, n) =>
        url ? (
          <View
            key={id}
            className="photos__photo"
            role="button"
            tabIndex={0}
            aria-label={`看第${n + 1}张照片`}
            onClick={() => showPhotos(urls, url)}
          >
            <Image className="photos__image" mode="aspectFill" src={url} />
          </View>
        ) : (
          <View key={id} className="photos__photo photos__photo--none">
            {rejected ? '这张不是照片，没有收' : '照片正在检查'}
          </View>
        ),
      )}
    </View>
  ) : null
}
