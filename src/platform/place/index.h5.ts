export { pickOnOurMap as choosePlace } from './pickOnOurMap'
