"""Runs exported files of Python one after the other, in one process, for importing PyTorch takes seconds.

    python3 run_files.py DIRECTORY

Prints one JSON object: of each .py file what it printed, and how far the weights are
from those in the .safetensors beside it (of Keras, which is not there, what it uses of it), of each .ipynb what its last cell printed and how far the weights
that it has trained are from those of the page. Drawing is not looked at: matplotlib is a stand-in.
"""

import ast
import contextlib
import io
import json
import runpy
import struct
import sys
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np
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


def read_safetensors(path):
    """As https://huggingface.co/docs/safetensors says, apart from the code that has written it."""
    data = path.read_bytes()
    size = struct.unpack('<Q', data[:8])[0]
    header, body = json.loads(data[8 : 8 + size]), data[8 + size :]
    assert size % 8 == 0 and all(isinstance(v, str) for v in header.pop('__metadata__').values())
    spans = sorted(each['data_offsets'] for each in header.values())
    assert [a for a, _ in spans] == [0, *(b for _, b in spans[:-1])] and spans[-1][1] == len(body), 'gaps'
    kinds = {'F64': np.float64, 'F32': np.float32}
    return {name: torch.tensor(np.frombuffer(body[slice(*each['data_offsets'])], kinds[each['dtype']]).reshape(each['shape']))
            for name, each in header.items()}


def run_program(path):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        scope = runpy.run_path(str(path), run_name='__main__')
    answer = {'said': said.getvalue()}
    weights = Path(str(path).replace('_pytorch.py', '.safetensors'))
    if weights.suffix == '.safetensors':
        tensors = read_safetensors(weights)
        answer['tensors'] = {name: list(each.shape) for name, each in tensors.items()}
        model = {name: each for name, each in tensors.items() if name.startswith('layers.')}
        own = scope['model'].state_dict()
        assert own.keys() == model.keys()
        answer['apart'] = max((own[name] - each).abs().max().item() for name, each in model.items())
    return answer


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
        answers[path.name] = run_program(path)
print(json.dumps(answers))
