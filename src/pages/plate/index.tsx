import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { plateService } from '../../../contract/plate'
import { codeIn } from '../../../domain/plate/writtenCode'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { CallBar } from '../../design/CallBar/CallBar'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { FullCard } from '../card/FullCard'
import { OtherWays } from './OtherWays'
import { TypeCode } from './TypeCode'

const { open } = client(plateService)

/** What the code on a notice plate opens: who looks after the area it hangs in. One call, and never an error page. */
export default function PlatePage() {
  // `scene` comes from WeChat, still encoded; `code` from a scan inside the app.
  const { scene, code } = useRouter().params
  const [typed, setTyped] = useState<string>()
  const asked = typed ?? readParam(scene ?? code)
  const { data, error, loading, reload } = useCall(() =>
    asked ? open({ code: asked }) : Promise.resolve(undefined),
  )
  // The first call comes with the page; a number that is typed later asks again.
  useEffect(() => {
    if (typed) void reload()
  }, [typed, reload])
  return (
    <Screen>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data?.card && <FullCard card={data.card} />}
      {data && data.state !== 'current' && <OtherWays {...data} />}
      {!loading && data?.state !== 'current' && data?.state !== 'old' && <TypeCode onType={setTyped} />}
      {/* The card and an old plate name a telephone; who has neither still finds one. */}
      {!data?.card && !data?.dutyPhone && <CallBar />}
    </Screen>
  )
}

/** The code in what came with the address; what holds none goes to the cloud as it is, which says that it knows no such plate. */
const readParam = (param = ''): string => {
  let text = param
  try {
    text = decodeURIComponent(param)
  } catch {
    // A lone %: not ours, and said so by the page.
  }
  return codeIn(text) ?? text.slice(0, 200)
}
