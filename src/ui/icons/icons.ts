// The icons that features and commands may name. One import each, so that a page carries no other icon.

import IconAccessPoint from '@tabler/icons-react/icons/IconAccessPoint';
import IconActivity from '@tabler/icons-react/icons/IconActivity';
import IconAdjustmentsHorizontal from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle';
import IconAlertOctagon from '@tabler/icons-react/icons/IconAlertOctagon';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconAmbulance from '@tabler/icons-react/icons/IconAmbulance';
import IconAngle from '@tabler/icons-react/icons/IconAngle';
import IconAntenna from '@tabler/icons-react/icons/IconAntenna';
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp';
import IconArrowBarToDown from '@tabler/icons-react/icons/IconArrowBarToDown';
import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown';
import IconArrowForwardUp from '@tabler/icons-react/icons/IconArrowForwardUp';
import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconArrowsHorizontal from '@tabler/icons-react/icons/IconArrowsHorizontal';
import IconArrowsSort from '@tabler/icons-react/icons/IconArrowsSort';
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp';
import IconBell from '@tabler/icons-react/icons/IconBell';
import IconBellRinging from '@tabler/icons-react/icons/IconBellRinging';
import IconBike from '@tabler/icons-react/icons/IconBike';
import IconBolt from '@tabler/icons-react/icons/IconBolt';
import IconBook from '@tabler/icons-react/icons/IconBook';
import IconBookmark from '@tabler/icons-react/icons/IconBookmark';
import IconBoxMargin from '@tabler/icons-react/icons/IconBoxMargin';
import IconBoxModel2 from '@tabler/icons-react/icons/IconBoxModel2';
import IconBoxMultiple from '@tabler/icons-react/icons/IconBoxMultiple';
import IconBuilding from '@tabler/icons-react/icons/IconBuilding';
import IconBuildingCommunity from '@tabler/icons-react/icons/IconBuildingCommunity';
import IconBuildingSkyscraper from '@tabler/icons-react/icons/IconBuildingSkyscraper';
import IconBulb from '@tabler/icons-react/icons/IconBulb';
import IconBus from '@tabler/icons-react/icons/IconBus';
import IconCalendar from '@tabler/icons-react/icons/IconCalendar';
import IconCamera from '@tabler/icons-react/icons/IconCamera';
import IconCar from '@tabler/icons-react/icons/IconCar';
import IconChartBar from '@tabler/icons-react/icons/IconChartBar';
import IconChartHistogram from '@tabler/icons-react/icons/IconChartHistogram';
import IconChartLine from '@tabler/icons-react/icons/IconChartLine';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import IconChevronUp from '@tabler/icons-react/icons/IconChevronUp';
import IconCircle from '@tabler/icons-react/icons/IconCircle';
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck';
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed';
import IconCircleDot from '@tabler/icons-react/icons/IconCircleDot';
import IconClock from '@tabler/icons-react/icons/IconClock';
import IconCloud from '@tabler/icons-react/icons/IconCloud';
import IconCloudRain from '@tabler/icons-react/icons/IconCloudRain';
import IconColumns2 from '@tabler/icons-react/icons/IconColumns2';
import IconCommand from '@tabler/icons-react/icons/IconCommand';
import IconCompass from '@tabler/icons-react/icons/IconCompass';
import IconContrast from '@tabler/icons-react/icons/IconContrast';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconCrane from '@tabler/icons-react/icons/IconCrane';
import IconCube from '@tabler/icons-react/icons/IconCube';
import IconCube3dSphere from '@tabler/icons-react/icons/IconCube3dSphere';
import IconCubeSpark from '@tabler/icons-react/icons/IconCubeSpark';
import IconCurrentLocation from '@tabler/icons-react/icons/IconCurrentLocation';
import IconDatabase from '@tabler/icons-react/icons/IconDatabase';
import IconDeviceMobile from '@tabler/icons-react/icons/IconDeviceMobile';
import IconDiamond from '@tabler/icons-react/icons/IconDiamond';
import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconDots from '@tabler/icons-react/icons/IconDots';
import IconDotsVertical from '@tabler/icons-react/icons/IconDotsVertical';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import IconDroplet from '@tabler/icons-react/icons/IconDroplet';
import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink';
import IconEye from '@tabler/icons-react/icons/IconEye';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFile from '@tabler/icons-react/icons/IconFile';
import IconFileImport from '@tabler/icons-react/icons/IconFileImport';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import IconFilter from '@tabler/icons-react/icons/IconFilter';
import IconFilterOff from '@tabler/icons-react/icons/IconFilterOff';
import IconFiretruck from '@tabler/icons-react/icons/IconFiretruck';
import IconFlag from '@tabler/icons-react/icons/IconFlag';
import IconFlame from '@tabler/icons-react/icons/IconFlame';
import IconFlipVertical from '@tabler/icons-react/icons/IconFlipVertical';
import IconFocusCentered from '@tabler/icons-react/icons/IconFocusCentered';
import IconFold from '@tabler/icons-react/icons/IconFold';
import IconFolder from '@tabler/icons-react/icons/IconFolder';
import IconGauge from '@tabler/icons-react/icons/IconGauge';
import IconGhost2 from '@tabler/icons-react/icons/IconGhost2';
import IconGripHorizontal from '@tabler/icons-react/icons/IconGripHorizontal';
import IconGripVertical from '@tabler/icons-react/icons/IconGripVertical';
import IconHelpCircle from '@tabler/icons-react/icons/IconHelpCircle';
import IconHexagon from '@tabler/icons-react/icons/IconHexagon';
import IconHistory from '@tabler/icons-react/icons/IconHistory';
import IconHome from '@tabler/icons-react/icons/IconHome';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import IconLanguage from '@tabler/icons-react/icons/IconLanguage';
import IconLasso from '@tabler/icons-react/icons/IconLasso';
import IconLayoutSidebarLeftCollapse from '@tabler/icons-react/icons/IconLayoutSidebarLeftCollapse';
import IconLayoutSidebarRightCollapse from '@tabler/icons-react/icons/IconLayoutSidebarRightCollapse';
import IconLeaf from '@tabler/icons-react/icons/IconLeaf';
import IconLink from '@tabler/icons-react/icons/IconLink';
import IconList from '@tabler/icons-react/icons/IconList';
import IconListCheck from '@tabler/icons-react/icons/IconListCheck';
import IconLock from '@tabler/icons-react/icons/IconLock';
import IconLockOpen from '@tabler/icons-react/icons/IconLockOpen';
import IconMap from '@tabler/icons-react/icons/IconMap';
import IconMapPin from '@tabler/icons-react/icons/IconMapPin';
import IconMapPins from '@tabler/icons-react/icons/IconMapPins';
import IconMaximize from '@tabler/icons-react/icons/IconMaximize';
import IconMenu2 from '@tabler/icons-react/icons/IconMenu2';
import IconMessage from '@tabler/icons-react/icons/IconMessage';
import IconMinimize from '@tabler/icons-react/icons/IconMinimize';
import IconMinus from '@tabler/icons-react/icons/IconMinus';
import IconMoon from '@tabler/icons-react/icons/IconMoon';
import IconMountain from '@tabler/icons-react/icons/IconMountain';
import IconNavigation from '@tabler/icons-react/icons/IconNavigation';
import IconNavigationNorth from '@tabler/icons-react/icons/IconNavigationNorth';
import IconNotes from '@tabler/icons-react/icons/IconNotes';
import IconPalette from '@tabler/icons-react/icons/IconPalette';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import IconPipeline from '@tabler/icons-react/icons/IconPipeline';
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import IconPlayerSkipBack from '@tabler/icons-react/icons/IconPlayerSkipBack';
import IconPlayerSkipForward from '@tabler/icons-react/icons/IconPlayerSkipForward';
import IconPlugConnectedX from '@tabler/icons-react/icons/IconPlugConnectedX';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconPointer from '@tabler/icons-react/icons/IconPointer';
import IconPolygon from '@tabler/icons-react/icons/IconPolygon';
import IconPresentation from '@tabler/icons-react/icons/IconPresentation';
import IconPrinter from '@tabler/icons-react/icons/IconPrinter';
import IconRadar from '@tabler/icons-react/icons/IconRadar';
import IconRadar2 from '@tabler/icons-react/icons/IconRadar2';
import IconRefresh from '@tabler/icons-react/icons/IconRefresh';
import IconRoad from '@tabler/icons-react/icons/IconRoad';
import IconRotate2 from '@tabler/icons-react/icons/IconRotate2';
import IconRoute from '@tabler/icons-react/icons/IconRoute';
import IconRulerMeasure from '@tabler/icons-react/icons/IconRulerMeasure';
import IconSatellite from '@tabler/icons-react/icons/IconSatellite';
import IconScan from '@tabler/icons-react/icons/IconScan';
import IconScreenShare from '@tabler/icons-react/icons/IconScreenShare';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconSend from '@tabler/icons-react/icons/IconSend';
import IconSeparatorHorizontal from '@tabler/icons-react/icons/IconSeparatorHorizontal';
import IconServer from '@tabler/icons-react/icons/IconServer';
import IconSettings from '@tabler/icons-react/icons/IconSettings';
import IconShadow from '@tabler/icons-react/icons/IconShadow';
import IconShare2 from '@tabler/icons-react/icons/IconShare2';
import IconShield from '@tabler/icons-react/icons/IconShield';
import IconSlash from '@tabler/icons-react/icons/IconSlash';
import IconSpeakerphone from '@tabler/icons-react/icons/IconSpeakerphone';
import IconSquare from '@tabler/icons-react/icons/IconSquare';
import IconSquareDashed from '@tabler/icons-react/icons/IconSquareDashed';
import IconStack2 from '@tabler/icons-react/icons/IconStack2';
import IconStackPop from '@tabler/icons-react/icons/IconStackPop';
import IconStairs from '@tabler/icons-react/icons/IconStairs';
import IconStar from '@tabler/icons-react/icons/IconStar';
import IconSteeringWheel from '@tabler/icons-react/icons/IconSteeringWheel';
import IconSun from '@tabler/icons-react/icons/IconSun';
import IconSunrise from '@tabler/icons-react/icons/IconSunrise';
import IconSunset from '@tabler/icons-react/icons/IconSunset';
import IconTable from '@tabler/icons-react/icons/IconTable';
import IconTag from '@tabler/icons-react/icons/IconTag';
import IconTarget from '@tabler/icons-react/icons/IconTarget';
import IconTemperature from '@tabler/icons-react/icons/IconTemperature';
import IconTemplate from '@tabler/icons-react/icons/IconTemplate';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import IconTrees from '@tabler/icons-react/icons/IconTrees';
import IconTrendingDown from '@tabler/icons-react/icons/IconTrendingDown';
import IconTrendingUp from '@tabler/icons-react/icons/IconTrendingUp';
import IconTriangle from '@tabler/icons-react/icons/IconTriangle';
import IconUpload from '@tabler/icons-react/icons/IconUpload';
import IconUrgent from '@tabler/icons-react/icons/IconUrgent';
import IconUser from '@tabler/icons-react/icons/IconUser';
import IconUsers from '@tabler/icons-react/icons/IconUsers';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import IconWalk from '@tabler/icons-react/icons/IconWalk';
import IconWaveSine from '@tabler/icons-react/icons/IconWaveSine';
import IconWifiOff from '@tabler/icons-react/icons/IconWifiOff';
import IconWind from '@tabler/icons-react/icons/IconWind';
import IconWorld from '@tabler/icons-react/icons/IconWorld';
import IconX from '@tabler/icons-react/icons/IconX';
import IconZoomIn from '@tabler/icons-react/icons/IconZoomIn';
import IconZoomOut from '@tabler/icons-react/icons/IconZoomOut';

export const icons = {
  building: IconBuilding,
  buildings: IconBuildingCommunity,
  skyscraper: IconBuildingSkyscraper,
  layers: IconStack2,
  search: IconSearch,
  sun: IconSun,
  moon: IconMoon,
  sunrise: IconSunrise,
  sunset: IconSunset,
  shadow: IconShadow,
  share: IconShare2,
  language: IconLanguage,
  theme: IconContrast,
  palette: IconPalette,
  filter: IconFilter,
  'filter-off': IconFilterOff,
  eye: IconEye,
  'eye-off': IconEyeOff,
  locate: IconCurrentLocation,
  focus: IconFocusCentered,
  compass: IconCompass,
  north: IconNavigationNorth,
  'x-ray': IconScan,
  'select-area': IconLasso,
  'select-box': IconSquareDashed,
  ruler: IconRulerMeasure,
  area: IconPolygon,
  angle: IconAngle,
  perpendicular: IconArrowBarToDown,
  pointer: IconPointer,
  camera: IconCamera,
  upload: IconUpload,
  download: IconDownload,
  import: IconFileImport,
  file: IconFile,
  document: IconFileText,
  folder: IconFolder,
  printer: IconPrinter,
  warning: IconAlertTriangle,
  error: IconAlertOctagon,
  alert: IconAlertCircle,
  info: IconInfoCircle,
  success: IconCircleCheck,
  check: IconCheck,
  close: IconX,
  plus: IconPlus,
  minus: IconMinus,
  'chevron-down': IconChevronDown,
  'chevron-up': IconChevronUp,
  'chevron-left': IconChevronLeft,
  'chevron-right': IconChevronRight,
  'arrow-up': IconArrowUp,
  'arrow-down': IconArrowDown,
  'arrow-left': IconArrowLeft,
  'arrow-right': IconArrowRight,
  sort: IconArrowsSort,
  play: IconPlayerPlay,
  pause: IconPlayerPause,
  'skip-back': IconPlayerSkipBack,
  'skip-forward': IconPlayerSkipForward,
  menu: IconMenu2,
  more: IconDots,
  'more-vertical': IconDotsVertical,
  grip: IconGripVertical,
  'grip-horizontal': IconGripHorizontal,
  command: IconCommand,
  keyboard: IconKeyboard,
  trash: IconTrash,
  copy: IconCopy,
  link: IconLink,
  external: IconExternalLink,
  pencil: IconPencil,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  refresh: IconRefresh,
  rotate: IconRotate2,
  mountain: IconMountain,
  map: IconMap,
  pin: IconMapPin,
  pins: IconMapPins,
  flag: IconFlag,
  globe: IconWorld,
  satellite: IconSatellite,
  navigation: IconNavigation,
  route: IconRoute,
  road: IconRoad,
  car: IconCar,
  bus: IconBus,
  bike: IconBike,
  walk: IconWalk,
  tree: IconTrees,
  leaf: IconLeaf,
  droplet: IconDroplet,
  wave: IconWaveSine,
  rain: IconCloudRain,
  cloud: IconCloud,
  wind: IconWind,
  temperature: IconTemperature,
  flame: IconFlame,
  bolt: IconBolt,
  pipe: IconPipeline,
  valve: IconSteeringWheel,
  gauge: IconGauge,
  sensor: IconAccessPoint,
  antenna: IconAntenna,
  activity: IconActivity,
  incident: IconUrgent,
  alarm: IconBell,
  'alarm-ringing': IconBellRinging,
  ambulance: IconAmbulance,
  'fire-engine': IconFiretruck,
  shield: IconShield,
  user: IconUser,
  users: IconUsers,
  speaker: IconSpeakerphone,
  message: IconMessage,
  video: IconVideo,
  table: IconTable,
  list: IconList,
  checklist: IconListCheck,
  histogram: IconChartHistogram,
  'line-chart': IconChartLine,
  'bar-chart': IconChartBar,
  clock: IconClock,
  calendar: IconCalendar,
  history: IconHistory,
  live: IconRadar2,
  settings: IconSettings,
  adjust: IconAdjustmentsHorizontal,
  home: IconHome,
  star: IconStar,
  bookmark: IconBookmark,
  tag: IconTag,
  help: IconHelpCircle,
  compare: IconColumns2,
  swipe: IconArrowsHorizontal,
  'sidebar-collapse': IconLayoutSidebarLeftCollapse,
  'sidebar-expand': IconLayoutSidebarRightCollapse,
  maximize: IconMaximize,
  minimize: IconMinimize,
  'zoom-in': IconZoomIn,
  'zoom-out': IconZoomOut,
  'view-3d': IconCube3dSphere,
  'view-top': IconTemplate,
  cube: IconCube,
  model: IconCube,
  database: IconDatabase,
  server: IconServer,
  offline: IconWifiOff,
  disconnected: IconPlugConnectedX,
  lock: IconLock,
  unlock: IconLockOpen,
  phone: IconDeviceMobile,
  wall: IconScreenShare,
  story: IconPresentation,
  book: IconBook,
  bulb: IconBulb,
  crane: IconCrane,
  isolate: IconBoxModel2,
  fold: IconFold,
  explode: IconStackPop,
  section: IconSeparatorHorizontal,
  'section-box': IconBoxMargin,
  storey: IconStairs,
  ghost: IconGhost2,
  flip: IconFlipVertical,
  room: IconDoor,
  'close-look': IconCubeSpark,
  'trend-up': IconTrendingUp,
  'trend-down': IconTrendingDown,
  circle: IconCircle,
  'circle-dot': IconCircleDot,
  'circle-dashed': IconCircleDashed,
  triangle: IconTriangle,
  diamond: IconDiamond,
  square: IconSquare,
  hexagon: IconHexagon,
  slash: IconSlash,
  target: IconTarget,
  radar: IconRadar,
  stack: IconBoxMultiple,
  send: IconSend,
  note: IconNotes,
} as const;

export type IconName = keyof typeof icons;

export const iconNames = Object.keys(icons).filter(isIconName);

/** Whether the kit has an icon of that name. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(icons, name);
}
