import type { GridMapProps } from './types'
import { projection } from './projection'
import './GridMap.scss'

/** The grids as a drawing: no tiles, no script from elsewhere. The list beside it is for those who cannot see it. */
export const GridMap = ({ grids, selected, pin, me, onTouch }: GridMapProps) => {
  const { width, height, x, y, back } = projection(grids)
  const touched = (event: React.MouseEvent<SVGElement>, gridId: string) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (!box) return
    const scale = width / box.width
    onTouch(back((event.clientX - box.left) * scale, (event.clientY - box.top) * scale), gridId)
  }
  return (
    <svg
      className="grid-map"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="网格地图，也可以在下面的名单里选"
    >
      {grids.map(({ id, boundary }) => (
        <path
          key={id}
          className={id === selected ? 'grid-map__grid grid-map__grid--selected' : 'grid-map__grid'}
          fillRule="evenodd"
          d={boundary
            .flat()
            .map(ring => `M${ring.map(([lng, lat]) => `${x(lng)} ${y(lat)}`).join('L')}Z`)
            .join('')}
          onClick={event => touched(event, id)}
        />
      ))}
      {me && <circle className="grid-map__me" cx={x(me.lng)} cy={y(me.lat)} r={width / 60} />}
      {pin && <circle className="grid-map__pin" cx={x(pin.lng)} cy={y(pin.lat)} r={width / 60} />}
    </svg>
  )
}
