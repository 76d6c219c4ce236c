import { View } from '@tarojs/components'
import type { TierClocks } from '../../../domain/deadline/deadlinePolicy'
import { Field } from '../../design/Field/Field'
import { Tick } from '../../design/Tick/Tick'
import { ClockFields } from './ClockFields'
import { freshExtension, freshPause, freshSuspension } from './clockForms'
import { FoldRow } from './FoldRow'
import { LengthFields } from './LengthFields'
import { lengthWords, spokenLength } from './length'
import { numberIn } from './numberIn'

type Part = 'extension' | 'pause' | 'suspension'

interface Props {
  /** What the tier is called. */
  words: string
  clocks: TierClocks
  onChange: (clocks: TierClocks) => void
  wrong: (part: Part) => string | undefined
  /** Danger waits for nobody: what is not there is not offered. */
  isDanger: boolean
}

/** What may move the time to resolve: more of it, waiting for the resident, and setting aside. */
export const MovingRows = ({ words, clocks, onChange, wrong, isDanger }: Props) => {
  const { extension, pause, suspension } = clocks
  const put = (change: Pick<Partial<TierClocks>, Part>) => onChange({ ...clocks, ...change })
  const setExtension = (extension: TierClocks['extension']) => put({ extension })
  const setPause = (pause: TierClocks['pause']) => put({ pause })
  const setSuspension = (suspension: TierClocks['suspension']) => put({ suspension })
  const row = (part: Part, short: string) => ({ name: `${words}${short}`, short, error: wrong(part) })
  return (
    <View>
      {(extension || !isDanger) && (
        <FoldRow
          {...row('extension', '延期')}
          words={extension && `${extension.times} 次，每次 ${lengthWords(spokenLength(extension.length))}`}
          onAdd={() => setExtension(freshExtension)}
          onRemove={() => setExtension(undefined)}
        >
          {extension && (
            <View>
              <Times
                name={`${words}延期`}
                times={extension.times}
                onChange={times => setExtension({ ...extension, times })}
              />
              <LengthFields
                name={`${words}每次延期`}
                length={extension.length}
                onChange={length => setExtension({ ...extension, length })}
              />
              <Tick
                ticked={extension.approval ?? false}
                onChange={approval => {
                  const { approval: _, ...rest } = extension
                  setExtension({ ...rest, ...(approval && { approval }) })
                }}
              >
                延期要由别人批准
              </Tick>
            </View>
          )}
        </FoldRow>
      )}
      {(pause || !isDanger) && (
        <FoldRow
          {...row('pause', '等居民补充')}
          words={pause && `${pause.times} 次，每次等 ${lengthWords(spokenLength(pause.answer.length))}`}
          onAdd={() => setPause(freshPause)}
          onRemove={() => setPause(undefined)}
        >
          {pause && (
            <View>
              <View className="edit__more">等的时候办结的时间停着；等不到就接着算。</View>
              <Times
                name={`${words}等居民补充`}
                times={pause.times}
                onChange={times => setPause({ ...pause, times })}
              />
              <ClockFields
                name={`${words}每次等补充`}
                rule={pause.answer}
                onChange={answer => setPause({ ...pause, answer })}
              />
            </View>
          )}
        </FoldRow>
      )}
      {(suspension || !isDanger) && (
        <FoldRow
          {...row('suspension', '挂账')}
          words={suspension && `每 ${lengthWords(spokenLength(suspension.review.length))}再看一次`}
          onAdd={() => setSuspension(freshSuspension)}
          onRemove={() => setSuspension(undefined)}
        >
          {suspension && (
            <View>
              <Tick
                ticked={suspension.afterExtension ?? false}
                onChange={afterExtension => {
                  const { afterExtension: _, ...rest } = suspension
                  setSuspension({ ...rest, ...(afterExtension && { afterExtension }) })
                }}
              >
                先延过期才能挂账
              </Tick>
              <ClockFields
                name={`${words}挂账再看`}
                rule={suspension.review}
                onChange={review => setSuspension({ ...suspension, review })}
              />
            </View>
          )}
        </FoldRow>
      )}
    </View>
  )
}

const Times = ({
  name,
  times,
  onChange,
}: {
  name: string
  times: number
  onChange: (times: number) => void
}) => (
  <Field
    label="最多几次"
    name={`${name}，最多几次`}
    value={times ? String(times) : ''}
    onChange={typed => onChange(numberIn(typed))}
    most={2}
  />
)
