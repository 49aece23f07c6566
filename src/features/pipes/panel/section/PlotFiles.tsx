import { useText } from '#store/use-store.tsx';
import { Button, Row, saveText } from '#ui';
import { savePng, toSvgText } from './export-plot.ts';
import { messages } from './messages.ts';

interface PlotFilesProps {
  readonly name: string;
  readonly svg: () => SVGSVGElement | null;
  readonly csv: () => string;
}

/** Takes the plot along as a drawing, a picture or a table. */
export function PlotFiles({ name, svg, csv }: PlotFilesProps) {
  const say = useText();
  const withPlot = (save: (plot: SVGSVGElement) => void) => {
    const plot = svg();
    if (plot) save(plot);
  };
  return (
    <Row gap="s" isWrapping>
      <Button
        size="s"
        icon="download"
        onClick={() =>
          withPlot((plot) => saveText(`${name}.svg`, toSvgText(plot), 'image/svg+xml'))
        }
      >
        {say(messages.saveSvg)}
      </Button>
      <Button
        size="s"
        icon="download"
        onClick={() => withPlot((plot) => void savePng(`${name}.png`, plot))}
      >
        {say(messages.savePng)}
      </Button>
      <Button size="s" icon="download" onClick={() => saveText(`${name}.csv`, csv(), 'text/csv')}>
        {say(messages.saveCsv)}
      </Button>
    </Row>
  );
}
