import { useState } from 'react'
import type { Length } from '../../../domain/deadline/deadlinePolicy'
import { Field } from '../../design/Field/Field'
import { Tiles } from '../../design/Tiles/Tiles'
import { lengthOf, type LengthUnit, lengthUnits, spokenLength, type SpokenLength } from './length'
import { numberIn } from './numberIn'

interface Props {
  name: string
  length: Length
  onChange: (length: Length) => void
}

/** How long: a number and what it counts. A number that is none (yet) goes to the cloud as 0, which names this row. */
export const LengthFields = ({ name, length, onChange }: Props) => {
  // Kept as typed: 60 minutes would else turn into an hour under her hands.
  const [typed, setTyped] = useState(() => spokenLength(length))
  const say = (next: SpokenLength) => {
    setTyped(next)
    onChange(lengthOf(next))
  }
  return (
    <>
      <Field
        label="数目"
        name={`${name}，数目`}
        value={typed.count ? String(typed.count) : ''}
        onChange={value => say({ ...typed, count: numberIn(value) })}
        most={5}
      />
      <Tiles<LengthUnit>
        label={`${name}，单位`}
        choices={lengthUnits}
        chosen={typed.unit}
        onChoose={unit => say({ ...typed, unit })}
      />
    </>
  )
}
