export const messages = {
  title: { en: 'Help', zh: '帮助' },
  shortcuts: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  moving: { en: 'Moving about', zh: '浏览操作' },
  gestures: [
    {
      how: { en: 'Drag with the left button', zh: '按住左键拖动' },
      what: { en: 'pans', zh: '平移' },
    },
    {
      how: { en: 'Wheel, or drag with the right button', zh: '滚轮，或按住右键拖动' },
      what: { en: 'zooms to the cursor', zh: '以指针为中心缩放' },
    },
    {
      how: { en: 'Middle button, or Ctrl and drag', zh: '中键，或按住 Ctrl 拖动' },
      what: { en: 'tilts and turns', zh: '倾斜与旋转' },
    },
    {
      how: { en: 'Click', zh: '单击' },
      what: { en: 'inspects; Shift adds to the selection', zh: '查看详情；按住 Shift 加入选择' },
    },
    {
      how: { en: 'Double-click', zh: '双击' },
      what: { en: 'goes there', zh: '前往该处' },
    },
    {
      how: { en: 'Right-click, or press long', zh: '右键单击或长按' },
      what: { en: 'offers what can be done here', zh: '显示此处可用操作' },
    },
    {
      how: { en: 'Touch', zh: '触控' },
      what: {
        en: 'one finger pans, two pinch, turn and tilt',
        zh: '单指平移，双指缩放、旋转与倾斜',
      },
    },
  ],
} as const;
