import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { builtApp, hostState } from './hostState'

glassEasel.globalOptions.throwGlobalError = false
glassEasel.globalOptions.writeIdToDOM = true
glassEasel.addGlobalErrorListener(
  error => void hostState.errors.push(String((error as Error).message ?? error)),
)

const env = new MiniProgramEnv()
/** Holds the configuration and the templates of every page and component. */
export const codeSpace = env.createCodeSpace('main', true)
const context = new glassEasel.CurrentWindowBackendContext()
/** Draws into the DOM of this page. */
export const backend = env.associateBackend(context as never)
context.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented()
    ? glassEasel.EventBubbleStatus.NoDefault
    : glassEasel.EventBubbleStatus.Normal
})
for (const [path, config] of Object.entries(builtApp.json))
  codeSpace.addComponentStaticConfig(path, config as never)
for (const [path, content] of Object.entries(builtApp.templates)) {
  codeSpace.addCompiledTemplate(path, {
    groupList: builtApp.templates,
    content,
    fallbackListenerOnNativeNode: true,
  } as never)
}
