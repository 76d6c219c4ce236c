/** A demo person of the bar. */
export interface DemoPerson {
  id: string
  openid: string
  name: string
  role: string
  note?: string
  phone?: string
  default?: boolean
}
