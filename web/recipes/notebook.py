from IPython.display import IFrame

IFrame("https://example.org/glassbox/embed.html?data=penguins&parts=graph+player+confusion", width="100%", height=680)
