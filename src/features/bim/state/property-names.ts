// What properties of buildingSMART's sets are called; all others in the words that their names are made of.

import type { Text } from '#model/text.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

const names: Readonly<Record<string, Text>> = {
  FireRating: text('Fire rating', '耐火等级'),
  FireExit: text('Fire exit', '疏散出口'),
  FireResistanceRating: text('Fire rating', '耐火等级'),
  SmokeStop: text('Smoke stop', '防烟'),
  SelfClosing: text('Self-closing', '自闭'),
  AcousticRating: text('Acoustic rating', '隔声等级'),
  SecurityRating: text('Security rating', '安防等级'),
  Combustible: text('Combustible', '可燃'),
  SurfaceSpreadOfFlame: text('Surface spread of flame', '火焰蔓延等级'),
  Compartmentation: text('Compartmentation', '防火分隔'),
  ThermalTransmittance: text('Thermal transmittance', '传热系数'),
  GlazingAreaFraction: text('Glazing area fraction', '玻璃面积比'),
  Infiltration: text('Infiltration', '渗透率'),
  IsExternal: text('Outside', '外部构件'),
  LoadBearing: text('Load-bearing', '承重'),
  ExtendToStructure: text('Extends to structure', '延伸至结构'),
  HandicapAccessible: text('Accessible', '无障碍'),
  Reference: text('Reference', '参照'),
  Status: text('Status', '状态'),
  Name: text('Name', '名称'),
  Description: text('Description', '描述'),
  Category: text('Category', '类别'),
  Manufacturer: text('Manufacturer', '制造商'),
  ModelReference: text('Model reference', '型号'),
  ModelLabel: text('Model label', '型号标签'),
  SerialNumber: text('Serial number', '序列号'),
  BarCode: text('Bar code', '条码'),
  AssetTag: text('Asset tag', '资产编号'),
  WarrantyStartDate: text('Warranty start date', '保修开始日期'),
  ProductionYear: text('Production year', '生产年份'),
  Width: text('Width', '宽度'),
  Height: text('Height', '高度'),
  Length: text('Length', '长度'),
  Depth: text('Depth', '深度'),
  Thickness: text('Thickness', '厚度'),
  Perimeter: text('Perimeter', '周长'),
  Area: text('Area', '面积'),
  GrossArea: text('Gross area', '毛面积'),
  NetArea: text('Net area', '净面积'),
  GrossFloorArea: text('Gross floor area', '毛楼面积'),
  NetFloorArea: text('Net floor area', '净楼面积'),
  GrossSideArea: text('Gross side area', '毛侧面积'),
  NetSideArea: text('Net side area', '净侧面积'),
  GrossFootprintArea: text('Gross footprint area', '毛占地面积'),
  NetWallArea: text('Net wall area', '净墙面积'),
  CrossSectionArea: text('Cross-section area', '截面积'),
  OuterSurfaceArea: text('Outer surface area', '外表面积'),
  Volume: text('Volume', '体积'),
  GrossVolume: text('Gross volume', '毛体积'),
  NetVolume: text('Net volume', '净体积'),
  GrossWeight: text('Gross weight', '毛重'),
  NetWeight: text('Net weight', '净重'),
  GrossPerimeter: text('Gross perimeter', '毛周长'),
  FinishCeilingHeight: text('Ceiling height', '吊顶高度'),
  OverallHeight: text('Overall height', '总高'),
  OverallWidth: text('Overall width', '总宽'),
  OperationType: text('Operation', '开启方式'),
  OccupancyType: text('Occupancy', '使用功能'),
  OccupancyNumber: text('Occupants', '容纳人数'),
  PubliclyAccessible: text('Open to the public', '对公众开放'),
  Elevation: text('Elevation', '标高'),
  NumberOfRiser: text('Risers', '踏步数'),
  RiserHeight: text('Riser height', '踏步高'),
  TreadLength: text('Tread', '踏面宽'),
  Slope: text('Slope', '坡度'),
  Span: text('Span', '跨度'),
  Roll: text('Roll', '滚转角'),
  Code: text('Code', '编码'),
  System: text('System', '体系'),
  Edition: text('Edition', '版本'),
  Location: text('Location', '位置'),
  Identification: text('Identification', '标识'),
  Publisher: text('Publisher', '发布者'),
  Path: text('Path', '路径'),
  Direction: text('Direction', '方向'),
  Sense: text('Sense', '朝向'),
  Offset: text('Offset', '偏移'),
  Material: text('Material', '材料'),
};

/** `FireRating` → Fire rating; what is no name of code, such as `Ebene 1`, stays as it is. */
export function nameProperty(name: string): Text {
  const known = names[name];
  if (known) return known;
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) return text(name, name);
  const words = name
    .replace(
      /(\p{Ll}|\d)(\p{Lu})(?=\p{Ll})/gu,
      (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    )
    .replace(/(\p{Ll})(\p{Lu}+)/gu, '$1 $2');
  return text(words, words);
}
