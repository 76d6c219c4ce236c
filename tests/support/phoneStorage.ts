import Taro from '@tarojs/taro'

/** What the phone keeps for the screens of a test file, by key. */
export const stored = new Map<string, unknown>()

/** The phone keeps what screens store, as WeChat does, and has nothing yet: for `beforeEach`. */
export const emptyStorage = (): void => {
  stored.clear()
  const storage = Taro as unknown as Record<string, jest.Mock>
  storage.getStorageSync?.mockImplementation((key: string) => stored.get(key) ?? '')
  storage.setStorageSync?.mockImplementation((key: string, value: unknown) => void stored.set(key, value))
  storage.removeStorageSync?.mockImplementation((key: string) => void stored.delete(key))
}
