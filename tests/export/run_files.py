"""Runs exported files of Python one after the other, in one process, for importing PyTorch takes seconds.

    python3 run_files.py DIRECTORY

Prints one JSON object: of each .py file what it printed (of Keras, which is not there, what it uses of it), of each .ipynb what its last cell printed and how far the weights
that it has trained are from those of the page. Drawing is not looked at: matplotlib is a stand-in.
"""

import ast
import contextlib
import io
import json
import runpy
import sys
from pathlib import Path
from unittest.mock import MagicMock

import torch

torch.set_num_threads(1)
for name in ('matplotlib', 'matplotlib.pyplot'):
    sys.modules[name] = MagicMock()


def printed(run):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        run()
    return said.getvalue()


def run_notebook(path):
    cells = json.loads(path.read_text('utf-8'))['cells']
    scope, trained, said = {'__name__': '__main__'}, None, ''
    for cell in cells:
        if cell['cell_type'] != 'code':
            continue
        code = compile(cell['source'], path.name, 'exec')
        said = printed(lambda: exec(code, scope))
        if 'costs' in scope and trained is None:
            trained = [p.detach().clone() for p in scope['model'].parameters()]
    model = scope['model']
    apart = max((a - b).abs().max().item() for a, b in zip(trained, model.parameters()))
    return {'said': said, 'apart': apart, 'steps': scope['note'].step}


def dotted(node):
    if isinstance(node, ast.Attribute):
        return f'{dotted(node.value)}.{node.attr}'
    return node.id if isinstance(node, ast.Name) else ''


def read_keras(path):
    tree = ast.parse(path.read_text('utf-8'), path.name)
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and dotted(node).startswith('keras.')]
    inner = {id(node.value) for node in names}
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    used = [(dotted(node)[6:], [each.arg for each in calls[id(node)].keywords] if id(node) in calls else [])
            for node in names if id(node) not in inner]
    strings = [each.value.value for call in calls.values() for each in call.keywords
               if each.arg == 'activation' and isinstance(each.value, ast.Constant)]
    return {'calls': used, 'strings': strings}


answers = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    if path.suffix == '.ipynb':
        answers[path.name] = run_notebook(path)
    elif path.name.endswith('_keras.py'):
        answers[path.name] = read_keras(path)
    elif path.suffix == '.py':
        answers[path.name] = {'said': printed(lambda: runpy.run_path(str(path), run_name='__main__'))}
print(json.dumps(answers))
