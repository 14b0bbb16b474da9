<#import "/email/letter/_text.ftl" as p>
${body.text}
<#if body.links?has_content>

<#list body.links as link>
[${link.number}] ${link.url}
</#list>
</#if>
<#if addFooter>
<#include "../letter/_footer.ftl">
</#if>
