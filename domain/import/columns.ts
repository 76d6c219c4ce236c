import type { ImportKind } from '../../contract/importTerms'

/** One column of a table, or property of a feature. */
export interface Column {
  key: string
  /** As the template and the exports write it. */
  header: string
  /** Other names that are understood; case, blanks and what stands in brackets do not matter. */
  aliases?: readonly string[]
  /** The column must be there. Whether a cell may be empty is for each row to say. */
  required?: true
  /** For the sheet that explains the template. */
  help: string
  example: string
}

/** A column that is not in the file leaves what it names as it is; an empty cell empties it. */
export const columns = {
  areas: [
    { key: 'id', header: '内部编号', aliases: ['id', 'areaId'], help: '系统的编号，新增的留空', example: '' },
    {
      key: 'code',
      header: '编码',
      aliases: ['code', '网格编码', '区域编码', 'wgbm', '代码'],
      help: '市里给的编码，新增的必填',
      example: '440309001001001',
    },
    {
      key: 'name',
      header: '名称',
      aliases: ['name', '网格名称', '区域名称', 'wgmc'],
      required: true,
      help: '必填',
      example: '甲一街区第一网格',
    },
    {
      key: 'kind',
      header: '类型',
      aliases: ['kind', 'type', '网格类型', '层级'],
      required: true,
      help: '街道、社区、街区、网格……',
      example: '网格',
    },
    { key: 'tree', header: '网', aliases: ['tree'], help: '可不填，由类型决定', example: '综合网格' },
    {
      key: 'parent',
      header: '上级编码',
      aliases: ['parentCode', 'parent', '上级', '父级编码', 'parent_code', 'sjbm'],
      help: '上级的编码或内部编号',
      example: '440309001001',
    },
    {
      key: 'property',
      header: '用地性质',
      aliases: ['property', '网格性质'],
      help: '住宅、工商业、城中村、商住混合',
      example: '住宅',
    },
    {
      key: 'class',
      header: '管理类别',
      aliases: ['class', '类别'],
      help: '一类、二类、三类',
      example: '二类',
    },
    {
      key: 'population',
      header: '人口',
      aliases: ['population', '人口数'],
      help: '整数，要同时填统计日期',
      example: '1200',
    },
    {
      key: 'populationAsOf',
      header: '人口统计日期',
      aliases: ['populationAsOf', 'pop_date', '人口日期'],
      help: '哪一天统计的',
      example: '2025-03-01',
    },
    {
      key: 'households',
      header: '户数',
      aliases: ['households'],
      help: '整数，要同时填统计日期',
      example: '430',
    },
    {
      key: 'householdsAsOf',
      header: '户数统计日期',
      aliases: ['householdsAsOf', 'hh_date', '户数日期'],
      help: '哪一天统计的',
      example: '2025-03-01',
    },
    {
      key: 'dutyPhone',
      header: '值班电话',
      aliases: ['dutyPhone', 'duty'],
      help: '向居民公开的值班电话',
      example: '0755-00000000',
    },
    {
      key: 'aliases',
      header: '别名',
      aliases: ['aliases', 'alias'],
      help: '居民的叫法，用顿号隔开',
      example: '老村、旧墟',
    },
    {
      key: 'institutionKind',
      header: '单位类型',
      aliases: ['institutionKind'],
      help: '专属网格：学校、医院、企业、其他',
      example: '学校',
    },
    {
      key: 'institution',
      header: '单位名称',
      aliases: ['institution'],
      help: '专属网格属于哪个单位',
      example: '甲一小学',
    },
  ],
  officers: [
    {
      key: 'officerId',
      header: '人员编号',
      aliases: ['officerId'],
      help: '系统的编号，新来的人留空',
      example: '',
    },
    {
      key: 'postId',
      header: '岗位编号',
      aliases: ['postId'],
      help: '系统的编号，新增的岗位留空',
      example: '',
    },
    { key: 'name', header: '姓名', aliases: ['name'], required: true, help: '必填', example: '张三' },
    {
      key: 'kind',
      header: '岗位',
      aliases: ['post', 'kind', '职务', '岗位类型'],
      required: true,
      help: '网格员、网格长、楼长……',
      example: '网格员',
    },
    {
      key: 'area',
      header: '区域编码',
      aliases: ['areaCode', 'area', '网格编码'],
      required: true,
      help: '所在网格、街区或社区的编码或内部编号',
      example: '440309001001001',
    },
    {
      key: 'areaName',
      header: '区域名称',
      aliases: ['areaName', '网格名称', '所属网格'],
      help: '只供核对，不导入',
      example: '甲一街区第一网格',
    },
    {
      key: 'workPhone',
      header: '工作电话',
      aliases: ['workPhone', '办公电话'],
      help: '岗位的电话，不是个人的',
      example: '0755-00000000',
    },
    {
      key: 'contact',
      header: '联系方式',
      aliases: ['contact'],
      help: '公开工作电话、只公开值班电话、只接受留言',
      example: '公开工作电话',
    },
    {
      key: 'days',
      header: '服务日',
      aliases: ['days'],
      help: '周一至周五、每天，或用顿号隔开',
      example: '周一至周五',
    },
    { key: 'start', header: '上班时间', aliases: ['start'], help: '24 小时制', example: '8:30' },
    { key: 'end', header: '下班时间', aliases: ['end'], help: '24 小时制，全天写 24:00', example: '18:00' },
    { key: 'from', header: '任职开始', aliases: ['from', '任职起'], help: '第一天', example: '2024-01-01' },
    { key: 'to', header: '任职结束', aliases: ['to', '任职止'], help: '最后一天，在任的留空', example: '' },
    {
      key: 'privatePhone',
      header: '个人手机',
      aliases: ['privatePhone', '手机', '手机号'],
      help: '只用来绑定微信，不会给居民看',
      example: '13800000000',
    },
    { key: 'unit', header: '所属单位', aliases: ['unit', '单位'], help: '借调人员的单位', example: '' },
  ],
  places: [
    { key: 'id', header: '内部编号', aliases: ['id'], help: '系统的编号，新增的留空', example: '' },
    {
      key: 'kind',
      header: '类型',
      aliases: ['kind', 'type'],
      required: true,
      help: '楼栋、小区、地标',
      example: '楼栋',
    },
    { key: 'name', header: '名称', aliases: ['name'], required: true, help: '必填', example: '桂花苑 3 栋' },
    {
      key: 'aliases',
      header: '别名',
      aliases: ['aliases', 'alias'],
      help: '居民的叫法，用顿号隔开',
      example: '',
    },
    { key: 'address', header: '地址', aliases: ['address'], help: '门牌地址', example: '甲一路 1 号' },
    {
      key: 'grid',
      header: '网格编码',
      aliases: ['gridCode', 'grid', '区域编码'],
      required: true,
      help: '所在网格的编码或内部编号',
      example: '440309001001001',
    },
    {
      key: 'gridName',
      header: '网格名称',
      aliases: ['gridName', '所属网格'],
      help: '只供核对，不导入',
      example: '甲一街区第一网格',
    },
    {
      key: 'lng',
      header: '经度',
      aliases: ['lng', 'lon', 'longitude'],
      help: '十进制度',
      example: '114.0525',
    },
    { key: 'lat', header: '纬度', aliases: ['lat', 'latitude'], help: '十进制度', example: '22.7025' },
  ],
} as const satisfies Record<ImportKind, readonly Column[]>

/** What a column is called on the screen and in files; an outline is none, and is called one all the same. */
export const headerOf = (kind: ImportKind, key: string): string =>
  key === 'boundary'
    ? '边界'
    : ((columns[kind] as readonly Column[]).find(column => column.key === key)?.header ?? key)
