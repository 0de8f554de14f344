import anywidget
import traitlets


class Glassbox(anywidget.AnyWidget):
    _esm = "https://example.org/glassbox/v1/anywidget.mjs"
    state = traitlets.Unicode("data=moons&layers=4.tanh-1.sigmoid").tag(sync=True)
    parts = traitlets.Unicode("graph picture player").tag(sync=True)
    step = traitlets.Int(0).tag(sync=True)
    cost = traitlets.Float(None, allow_none=True).tag(sync=True)


net = Glassbox()
net.observe(lambda change: print(change["new"], net.cost), "step")
net
