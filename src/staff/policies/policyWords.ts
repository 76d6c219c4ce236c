import type { PolicyKind } from '../../../contract/policy'

/** What a street calls the four things it publishes itself, and what each is for. */
export const policyWords: Record<PolicyKind, { name: string; hint: string }> = {
  triage: { name: '分级规则', hint: '一句话怎样变成级别、类别和理由。' },
  tiers: { name: '级别叫法', hint: '级别怎么叫，居民和工作人员各看到什么字。' },
  deadline: { name: '办理期限', hint: '多久受理、回话、办好，什么时候提醒谁，能不能延期、停下来等、挂账。' },
  calendar: { name: '工作日历', hint: '哪些天放假、哪些天补班、几点上下班。' },
}

/** `triage:3` as people say it: 第 3 版. */
export const versionWords = (id: string): string => `第 ${id.split(':')[1] ?? ''} 版`

/** Somebody with their post: 刘洋（街道值班员）. */
export const authorWords = ({ name, post }: { name: string; post: string }): string => `${name}（${post}）`
