import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { importService } from '../../../contract/import'
import { coordinateWords, importKindWords } from '../../../contract/importTerms'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useCall } from '../../cloud/useCall'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { Tag } from '../../design/Tag/Tag'
import { stateKind, stateWords } from '../imports/stateWords'
import { Moves } from './Moves'
import { Progress } from './Progress'
import { Report } from './Report'
import { useRun } from './useRun'
import './index.scss'

const { read } = client(importService)

/** One import: how far it is, what is wrong with it, what it would change, and what can be done now. */
export default function ImportRunPage() {
  const { id = '' } = useRouter().params
  const { data, error, loading, reload } = useCall(() => read({ id }))
  const { run, error: stopped, goOn, put } = useRun(data?.run, () => void reload())
  return (
    <Screen>
      {loading && <Loading lines={5} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {run && (
        <>
          <Card title={run.fileName}>
            <View className="import-run__about">
              {importKindWords[run.kind]}，{run.area.name}
              {run.kind !== 'officers' && `，${coordinateWords[run.coordinates]}`}
              {run.missing === 'end' ? '，文件里没有的取消' : '，文件里没有的照旧'}
            </View>
            <Tag kind={stateKind(run)}>{stateWords[run.state]}</Tag>
            <Progress run={run} {...(stopped && { stopped })} onGoOn={goOn} />
          </Card>
          <Moves run={run} onChanged={put} />
          {run.totals && <Report key={`${run.id}${run.version}${run.state}`} run={run} totals={run.totals} />}
          <Card title="经过">
            {run.events.map(({ at, by, text }) => (
              <View key={`${at}${text}`} className="import-run__event">
                {whenWords(at, now())}，{by}：{text}
              </View>
            ))}
          </Card>
        </>
      )}
    </Screen>
  )
}
