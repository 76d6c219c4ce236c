import { Button } from '../../design/Button/Button'
import { chooseTextStep, textStep, textSteps } from '../../design/Screen/textStep'

const standard = textSteps[0].step
const large = textSteps[2].step

/**
 * The way into and out of 长辈版, on the first screen where the rules for elderly users want it.
 * MIIT, 移动互联网应用适老化通用设计规范 (2021).
 */
export const CareMode = ({ onChange }: { onChange: () => void }) => {
  const isLarge = textStep() > standard
  return (
    <Button
      label={isLarge ? '换回标准版' : '换成长辈版，字大一些'}
      onPress={() => {
        chooseTextStep(isLarge ? standard : large)
        onChange()
      }}
    >
      {isLarge ? '标准版' : '长辈版'}
    </Button>
  )
}
