// BCF 3.0, and 2.1 as far as it says the same, → topics. What a topic leaves out stays empty.

import { strFromU8, unzipSync } from 'fflate';
import type { BcfCamera, BcfComponent, BcfFile, BcfTopic, BcfViewpoint, Vector } from './topic.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** No file of views is larger than this when unpacked: what claims to be is no such file. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Throws one sentence naming `file` for what is no BCF. */
export function readBcf(bytes: Uint8Array, file: string): BcfFile {
  const files = unzip(bytes, file);
  const read = (path: string) => {
    const found = files[path];
    return found && parseXml(strFromU8(found).replace(/^\uFEFF/, ''), `${file}, ${path}`);
  };
  const version = read('bcf.version')?.attributes.VersionId;
  if (version === undefined) throw new Error(`${file} is no BCF file: it has no bcf.version.`);
  if (!/^(3|2\.1)/.test(version)) throw new Error(`${file} is BCF ${version}; expected 2.1 or 3.`);
  const project = childOf(read('project.bcfp'), 'Project');
  const topics = Object.keys(files)
    .filter((path) => /^[^/]+\/markup\.bcf$/.test(path))
    .flatMap((path) => {
      const folder = path.slice(0, path.indexOf('/') + 1);
      const markup = read(path);
      const one = markup && readTopic(markup, folder, files, read);
      return one ? [one] : [];
    })
    .sort((a, b) => a.index - b.index || (a.topic.created < b.topic.created ? -1 : 1));
  return {
    project: textOf(project, 'Name'),
    projectId: project?.attributes.ProjectId ?? '',
    topics: topics.map(({ topic }) => topic),
  };
}

function unzip(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new Error('it is too large.');
        return true;
      },
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} is no BCF file: ${why}`, { cause });
  }
}

function readTopic(
  markup: XmlElement,
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  read: (path: string) => XmlElement | undefined,
): { readonly topic: BcfTopic; readonly index: number } | undefined {
  const topic = childOf(markup, 'Topic');
  if (!topic) return undefined;
  // Version 2.1 has comments and views beside the topic, and labels without a list around them.
  const listed = (list: string, each: string) => [
    ...childrenOf(childOf(topic, list), each),
    ...childrenOf(markup, each),
    ...childrenOf(markup, list).filter(({ attributes }) => attributes.Guid !== undefined),
  ];
  const [view] = listed('Viewpoints', 'ViewPoint');
  const path = folder + (textOf(view, 'Viewpoint') || 'viewpoint.bcfv');
  const labels = childrenOf(topic, 'Labels').flatMap((label) =>
    label.children.length > 0 ? label.children.map(({ text }) => text) : label.text || [],
  );
  return {
    index: Number(textOf(topic, 'Index')) || 0,
    topic: {
      guid: (topic.attributes.Guid ?? folder.slice(0, -1)).toLowerCase(),
      title: textOf(topic, 'Title'),
      type: topic.attributes.TopicType ?? '',
      status: topic.attributes.TopicStatus ?? '',
      priority: textOf(topic, 'Priority'),
      labels,
      description: textOf(topic, 'Description'),
      created: textOf(topic, 'CreationDate'),
      author: textOf(topic, 'CreationAuthor'),
      comments: listed('Comments', 'Comment').map((one) => ({
        guid: one.attributes.Guid ?? '',
        date: textOf(one, 'Date'),
        author: textOf(one, 'Author'),
        text: textOf(one, 'Comment'),
      })),
      viewpoint: readViewpoint(read(path)),
      snapshot: files[folder + (textOf(view, 'Snapshot') || 'snapshot.png')],
    },
  };
}

function readViewpoint(info: XmlElement | undefined): BcfViewpoint | undefined {
  if (!info) return undefined;
  const components = childOf(info, 'Components');
  const visibility = childOf(components, 'Visibility');
  return {
    guid: info.attributes.Guid ?? '',
    camera: readCamera(info),
    selection: childrenOf(childOf(components, 'Selection'), 'Component').map(readComponent),
    isVisibleByDefault: visibility?.attributes.DefaultVisibility !== 'false',
    exceptions: childrenOf(childOf(visibility, 'Exceptions'), 'Component').map(readComponent),
  };
}

const readComponent = (one: XmlElement): BcfComponent => ({
  ifcGuid: one.attributes.IfcGuid,
  toolId: textOf(one, 'AuthoringToolId') || undefined,
});

function readCamera(info: XmlElement): BcfCamera | undefined {
  const perspective = childOf(info, 'PerspectiveCamera');
  const camera = perspective ?? childOf(info, 'OrthogonalCamera');
  if (!camera) return undefined;
  const eye = readVector(camera, 'CameraViewPoint');
  const direction = readVector(camera, 'CameraDirection');
  const extent = Number(textOf(camera, perspective ? 'FieldOfView' : 'ViewToWorldScale'));
  if (!eye || !direction || !Number.isFinite(extent) || Math.hypot(...direction) === 0) {
    return undefined;
  }
  return {
    kind: perspective ? 'perspective' : 'orthogonal',
    ...{ eye, direction: toUnit(direction) },
    up: toUnit(readVector(camera, 'CameraUpVector') ?? [0, 0, 1]),
    extent,
    aspect: Number(textOf(camera, 'AspectRatio')) || 1,
  };
}

function readVector(camera: XmlElement, name: string): Vector | undefined {
  const point = childOf(camera, name);
  if (!point) return undefined;
  const [x, y, z] = ['X', 'Y', 'Z'].map((axis) => Number(textOf(point, axis) || Number.NaN));
  const vector: Vector = [x ?? Number.NaN, y ?? Number.NaN, z ?? Number.NaN];
  return vector.every(Number.isFinite) ? vector : undefined;
}

/** What is of unit length already stays as it is written. */
function toUnit(vector: Vector): Vector {
  const [x, y, z] = vector;
  const length = Math.hypot(x, y, z) || 1;
  return Math.abs(length - 1) < 1e-12 ? vector : [x / length, y / length, z / length];
}
