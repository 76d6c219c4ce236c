import type { GridMapProps } from './types'
import { projection } from './projection'
import './GridMap.scss'

/** The grids as a drawing: no tiles, no script from elsewhere. The list beside it is for those who cannot see it. */
export const GridMap = ({ grids, selected, pin, me, onTouch }: GridMapProps) => {
  const { width, viewBox, x, y, back } = projection(grids)
  const touched = (event: React.MouseEvent<SVGElement>, gridId: string) => {
    // The drawing keeps its shape inside a frame of another shape: only the browser knows where it ended up.
    const onDrawing = event.currentTarget.ownerSVGElement?.getScreenCTM()?.inverse()
    if (!onDrawing) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(onDrawing)
    onTouch(back(at.x, at.y), gridId)
  }
  return (
    <svg className="grid-map" viewBox={viewBox} role="img" aria-label="网格地图，也可以在下面的名单里选">
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
      {me && (
        <circle aria-label="您在这里" className="grid-map__me" cx={x(me.lng)} cy={y(me.lat)} r={width / 60} />
      )}
      {pin && (
        <circle
          aria-label="您点的地方"
          className="grid-map__pin"
          cx={x(pin.lng)}
          cy={y(pin.lat)}
          r={width / 60}
        />
      )}
    </svg>
  )
}
